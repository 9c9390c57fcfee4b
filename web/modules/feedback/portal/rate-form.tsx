import type { Question } from '../../../../server/modules/feedback/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { paths } from '../../../kernel/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { ScoreField } from './score-field.tsx';

/** What a link carries, or which question somebody signed in was asked. */
export interface Which {
  token?: string;
  rating?: string;
}

/** The score and what is said with it; works without script too, where the code from the mail is pasted. */
export function RateForm({
  which,
  question,
  chosen,
  onAnswered,
  onRefused,
}: {
  which: Which | null;
  question: Question | null;
  chosen: number | null;
  onAnswered: (question: Question, which: Which) => void;
  onRefused: (code: string) => boolean;
}) {
  const words = useText();
  const form = useForm({
    initial: {
      token: which?.token ?? '',
      score: chosen ?? question?.score ?? null,
      comment: question?.comment ?? '',
    },
    check: ({ score }) => (score === null ? { score: words.chooseScore } : {}),
    send: ({ token, score, comment }, key) =>
      api.post<Question>(
        '/api/ratings/answer',
        { ...(which ?? { token: token.trim() }), score, comment },
        key,
      ),
    done: (answered, { token }) => onAnswered(answered, which ?? { token: token.trim() }),
    failed: ({ code }) => onRefused(code),
  });
  const given = question !== null && question.state !== 'open';
  return (
    <Form form={form} post={paths.rating()} label={words.title}>
      {which ? (
        <input type="hidden" name="token" value={which.token ?? ''} />
      ) : (
        <TextField
          {...form.field('token')}
          label={words.code}
          hint={words.codeHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
        />
      )}
      <ScoreField
        value={form.values.score}
        onValue={(score) => form.set({ score })}
        error={form.errors.score}
      />
      <TextArea
        {...form.field('comment')}
        optional
        label={words.comment}
        hint={words.commentHint}
        maxLength={2000}
        rows={3}
      />
      <div>
        <Button type="submit" busy={form.busy}>
          {given ? words.save : words.send}
        </Button>
      </div>
    </Form>
  );
}
