import { useCallback, useEffect, useState } from 'react';
import type { Question } from '../../../../server/modules/feedback/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { ApiProblem, toProblem } from '../../../kernel/api/problem.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { usePosted } from '../../../kernel/pages/posted.ts';
import { paths } from '../../../kernel/paths.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useText } from '../text/index.ts';
import { NotOpen } from './not-open.tsx';
import { RateForm, type Which } from './rate-form.tsx';

/** What the address carries: a token and perhaps a score behind the '#', or the question somebody signed in was asked. */
function asked(): { which: Which | null; score: number | null } {
  const carried = new URLSearchParams(location.hash.slice(1));
  const token = carried.get('token');
  const rating = new URLSearchParams(location.search).get('ask');
  const score = Number(carried.get('score'));
  return {
    which: token ? { token } : rating ? { rating } : null,
    score: [1, 2, 3, 4, 5].includes(score) ? score : null,
  };
}

const post = (act: 'open' | 'answer', body: object) =>
  api.post<Question>(`/api/ratings/${act}`, body, crypto.randomUUID());

/**
 * How the help was. The link of a mail carries the score, which script sends at once, since programs that look at mails only open
 * links; one that was sent before is changed by a press alone.
 */
export function Page() {
  const words = useText();
  const format = useFormat();
  const posted = usePosted<{ token: string }, Question>(paths.rating());
  const [which, setWhich] = useState<Which | null>(posted ? { token: posted.asked.token } : null);
  const [question, setQuestion] = useState<Question | null>(posted?.answer ?? null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [problem, setProblem] = useState(posted?.problem ? new ApiProblem(posted.problem) : null);
  const [opening, setOpening] = useState(false);
  useHead({ title: words.title, description: words.lead, hidden: true });

  const begin = useCallback(async () => {
    const { which: wanted, score } = asked();
    if (!wanted) return;
    setWhich(wanted);
    setOpening(true);
    try {
      const found = await post('open', wanted);
      const answers = found.state === 'open' && score !== null;
      setQuestion(answers ? await post('answer', { ...wanted, score }) : found);
      setChosen(found.state === 'given' && score !== found.score ? score : null);
      setProblem(null);
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setOpening(false);
    }
  }, []);
  useEffect(() => {
    if (!posted) void begin();
  }, [begin, posted]);

  // A form sent without script that lacks its score is shown again, with what is wrong.
  if (problem && !question && problem.status !== 400)
    return <NotOpen problem={problem} asked={which?.rating} busy={opening} onAgain={begin} />;
  if (opening && !question) return <Notice title={words.title} lead={words.opening} />;
  if (question?.state === 'final')
    return <Notice title={words.finalTitle} lead={words.final(question.score!)} />;
  const score = question?.score ?? null;
  return (
    <div className="mx-auto max-w-md rounded border border-line bg-surface p-5 sm:p-8">
      <h1 className="text-26 text-balance">{score === null ? words.title : words.thanks}</h1>
      {question && (
        <p className="mt-1 text-body text-muted [overflow-wrap:anywhere]">
          {words.about(question.ticket.number, question.ticket.subject)}
        </p>
      )}
      <div role="status" className="mt-2 mb-5 text-body">
        {score === null ? words.lead : words.given(score, words.scale[score - 1]!)}
      </div>
      {chosen !== null && score !== null && (
        <div className="mb-5">
          <Banner tone="attention" title={words.notYet(score)} />
        </div>
      )}
      {problem && (
        <div role="alert" className="mb-5">
          <Banner tone="danger" title={problemWords(problem)} />
        </div>
      )}
      <RateForm
        key={`${score} ${chosen}`}
        which={which}
        question={question}
        chosen={chosen}
        onAnswered={(now, by) => {
          setWhich(by);
          setQuestion(now);
          setChosen(null);
          setProblem(null);
          toast({ words: words.saved });
        }}
        onRefused={(code) => {
          if (!['unknown_rating', 'rating_expired', 'rating_final'].includes(code) || !which) return false;
          setQuestion(null);
          void begin();
          return true;
        }}
      />
      {question && score !== null && (
        <p className="mt-4 text-13 text-muted">{words.until(format.date(question.until))}</p>
      )}
    </div>
  );
}
