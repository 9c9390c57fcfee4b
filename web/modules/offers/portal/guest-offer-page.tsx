import { useCallback, useEffect, useState } from 'react';
import type { OpenedOffer } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { ApiProblem, toProblem } from '../../../kernel/api/problem.ts';
import { LinkCode } from '../../../kernel/forms/link-code.tsx';
import { locale } from '../../../kernel/i18n/locale.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { usePosted } from '../../../kernel/pages/posted.ts';
import { fragmentToken } from '../../../kernel/pages/search.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Time } from '../../../ui/time.tsx';
import { guestOfferForm, guestOfferPath } from '../shared/offer-paths.ts';
import { OfferState } from '../shared/offer-state.tsx';
import { OfferSums } from '../shared/offer-sums.tsx';
import { useText } from '../text/index.ts';
import { AcceptByLink, DeclineByLink, Placed, WithAccount } from './answer-by-link.tsx';

/** The offer that a mailed link opens. The token stands behind the '#' or is pasted; it goes in bodies only. */
export function Page() {
  const words = useText();
  const { guest } = words;
  const posted = usePosted<{ token: string }, OpenedOffer>(guestOfferPath());
  const [token, setToken] = useState(posted?.asked.token ?? '');
  const [opened, setOpened] = useState<OpenedOffer | null>(posted?.answer ?? null);
  const [problem, setProblem] = useState<string | null>(posted?.problem?.code ?? null);
  const language = locale.use();
  useHead({ title: guest.link.codeTitle, description: guest.link.codeLead, hidden: true });

  const open = useCallback(async (wanted: string) => {
    setToken(wanted);
    try {
      setOpened(
        await api.post<OpenedOffer>('/api/guest-offers/open', { token: wanted }, crypto.randomUUID()),
      );
      setProblem(null);
    } catch (error) {
      const found = toProblem(error);
      setProblem(found.code);
      if (!found.unanswered) setOpened(null);
    }
  }, []);
  useEffect(() => {
    const found = fragmentToken();
    if (found && !posted) void open(found);
  }, [open, posted]);

  if (!opened)
    return (
      <LinkCode words={guest.link} action={guestOfferPath()} problem={problem} token={token} onOpen={open} />
    );
  const { offer, email, placed } = opened;
  const answered = (now: OpenedOffer) => {
    setOpened(now);
    setProblem(null);
    window.scrollTo(0, 0);
  };
  /** What has changed since it was opened is shown, with what was refused. */
  const refused = async (code: string) => {
    await open(token);
    setProblem(code);
  };
  const isOpen = offer.can.decline === true;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <header>
        <h1 className="text-26 text-balance [overflow-wrap:anywhere]">{offer.title}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-body text-muted">
          <OfferState state={offer.state} />
          <span className="tabular-nums">{offer.number}</span>
          <span>
            {words.until} <Time value={offer.validUntil} style="date" />
          </span>
          <span className="[overflow-wrap:anywhere]">{guest.to(email)}</span>
        </p>
      </header>
      {problem && (
        <div role="alert">
          <Banner tone="danger" title={problemWords(new ApiProblem({ status: 409, code: problem }))} />
        </div>
      )}
      {placed && <Placed order={placed} />}
      {offer.introduction && (
        <p className="text-body [overflow-wrap:anywhere] whitespace-pre-line">{offer.introduction}</p>
      )}
      <Card title={words.what}>
        <OfferSums shown={offer.shown} />
      </Card>
      {offer.terms && (
        <Card title={words.terms}>
          <p className="text-body [overflow-wrap:anywhere] whitespace-pre-line">{offer.terms}</p>
        </Card>
      )}
      <form method="post" action={guestOfferForm('document')}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="lang" value={language} />
        <Button type="submit" weight="secondary" icon="download">
          {words.download}
        </Button>
      </form>
      {offer.can.accept === true && (
        <AcceptByLink {...{ token, offer }} terms={opened.terms} onAnswered={answered} onRefused={refused} />
      )}
      {isOpen && (
        <>
          <WithAccount email={email} only={offer.can.accept !== true} />
          <DeclineByLink token={token} onAnswered={answered} onRefused={refused} />
          <p className="text-13 text-muted">{guest.secret}</p>
        </>
      )}
    </div>
  );
}
