import { useState } from 'react';
import type { OpenedOrder, PlacedGuestOrder } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { ApiProblem } from '../../../kernel/api/problem.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { FormKey } from '../../../kernel/pages/form-key.tsx';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chosen } from '../parts/chosen.tsx';
import { useText } from '../text/index.ts';
import { AcceptTermsHere } from './accept-terms.tsx';
import { useWhyNot } from './code-field.tsx';
import { Exact } from './summary.tsx';

interface Props {
  token: string;
  email: string;
  waiting: NonNullable<OpenedOrder['waiting']>;
  problem: string | null;
  onPlaced: (order: PlacedGuestOrder) => void;
  onRefused: (code: string) => Promise<void>;
  onDeclined: () => void;
}

/** The order with its exact price, placed by a press: programs that look at mails open links, and press nothing. */
export function ConfirmOrder({ token, email, waiting, problem, onPlaced, onRefused, onDeclined }: Props) {
  const { guest: words, flow } = useText();
  const format = useFormat();
  const { quote, terms, termsAccepted, name, company } = waiting;
  const [accepted, setAccepted] = useState(termsAccepted);
  const body = { token, expectedTotal: quote.total.amount, termsVersion: quote.terms };
  const place = useAct(
    (_: undefined, key) => api.post<PlacedGuestOrder>('/api/guest-orders/place', body, key),
    { done: onPlaced, failed: ({ code }) => void onRefused(code) },
  );
  const decline = useAct(
    (_: undefined, key) => api.post<void>('/api/guest-messages/decline', { token }, key),
    { done: onDeclined },
  );
  const whyNot = useWhyNot(quote);
  const [item] = quote.items;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <header>
        <h1 className="text-26 text-balance">{words.confirmTitle}</h1>
        <p className="mt-1 text-body text-muted [overflow-wrap:anywhere]">{words.confirmLead(email)}</p>
      </header>
      {problem && (
        <div role="alert">
          <Banner tone="danger" title={problemWords(new ApiProblem({ status: 409, code: problem }))} />
        </div>
      )}
      {whyNot && <Banner tone="attention" title={`${quote.code!.code}: ${whyNot}`} />}
      <Card title={format.words(item!.names)}>
        <Chosen item={item!} currency={quote.currency} />
        <Exact quote={quote} />
        {quote.payBy && <p className="mt-3 text-13 text-muted">{flow.payBy(format.date(quote.payBy))}</p>}
        <p className="mt-3 text-13 text-muted [overflow-wrap:anywhere]">
          {words.buyer} {company ? `${name}, ${company}` : name}
        </p>
      </Card>
      <form
        method="post"
        action={paths.orderStatusForm('place')}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (accepted) void place.run(undefined);
        }}
      >
        <FormKey />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="expectedTotal" value={quote.total.amount} />
        {terms && termsAccepted && (
          <>
            <input type="hidden" name="termsVersion" value={terms.version} />
            <input type="hidden" name="accepted" value="on" />
          </>
        )}
        {terms && !termsAccepted && (
          <>
            <p className="text-body">{words.newTerms}</p>
            <AcceptTermsHere terms={terms} value={accepted} onValue={setAccepted} />
          </>
        )}
        <Button type="submit" wide busy={place.busy}>
          {flow.place(format.money(quote.total))}
        </Button>
      </form>
      <form
        method="post"
        action={paths.orderStatusForm('decline')}
        onSubmit={(event) => {
          event.preventDefault();
          void decline.run(undefined);
        }}
      >
        <input type="hidden" name="token" value={token} />
        <Button type="submit" wide weight="quiet" busy={decline.busy}>
          {words.decline}
        </Button>
      </form>
    </div>
  );
}
