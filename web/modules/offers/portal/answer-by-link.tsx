import { useState } from 'react';
import type { OpenedOffer } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { FormKey } from '../../../kernel/pages/form-key.tsx';
import { goTo } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { AcceptTerms } from '../shared/accept-terms.tsx';
import { keepLookup } from '../../orders/portal/kept-lookup.ts';
import { guestOfferForm } from '../shared/offer-paths.ts';
import { useText } from '../text/index.ts';

interface Answering {
  token: string;
  onAnswered: (now: OpenedOffer) => void;
  /** Something has changed since the offer was opened. */
  onRefused: (code: string) => Promise<void>;
}

/** Under one's own name, with the terms, for exactly the sum on the page. */
export function AcceptByLink({
  token,
  offer,
  terms,
  onAnswered,
  onRefused,
}: Answering & Pick<OpenedOffer, 'offer' | 'terms'>) {
  const words = useText();
  const { guest } = words;
  const format = useFormat();
  const missing = useKernelText().fieldProblems.required;
  const sum = format.money(offer.total);
  const form = useForm({
    initial: { name: '', accepted: false },
    check: ({ name, accepted }) => ({
      ...(name.trim() === '' ? { name: missing } : {}),
      ...(terms && !accepted ? { accepted: words.acceptFirst } : {}),
    }),
    send: ({ name }, key) =>
      api.post<OpenedOffer>(
        '/api/guest-offers/accept',
        { token, name, expectedTotal: offer.total.amount, termsVersion: terms?.version ?? null },
        key,
      ),
    done: onAnswered,
    failed: ({ status, code }) => {
      if (status !== 409 && status !== 410) return false;
      void onRefused(code);
      return true;
    },
  });
  return (
    <Card title={guest.acceptTitle}>
      <Form form={form} post={guestOfferForm('accept')} label={guest.acceptTitle}>
        <p className="text-body">{guest.acceptLead(sum)}</p>
        <FormKey />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="expectedTotal" value={offer.total.amount} />
        <TextField
          {...form.field('name')}
          label={words.name}
          hint={words.nameHint}
          autoComplete="name"
          maxLength={200}
        />
        {terms && <AcceptTerms terms={terms} {...form.field('accepted')} />}
        <Button type="submit" wide busy={form.busy}>
          {guest.acceptFor(sum)}
        </Button>
      </Form>
    </Card>
  );
}

export function DeclineByLink({ token, onAnswered, onRefused }: Answering) {
  const words = useText();
  const { guest } = words;
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, key) => api.post<OpenedOffer>('/api/guest-offers/decline', { token, reason }, key),
    done: onAnswered,
    failed: ({ status, code }) => {
      if (status !== 409 && status !== 410) return false;
      void onRefused(code);
      return true;
    },
  });
  return (
    <details className="rounded border border-line bg-surface px-4 sm:px-5">
      <summary className="min-h-11 cursor-pointer py-3 text-body font-medium">{guest.declineTitle}</summary>
      <div className="pb-4">
        <Form form={form} post={guestOfferForm('decline')} label={guest.declineTitle}>
          <FormKey />
          <input type="hidden" name="token" value={token} />
          <TextArea
            {...form.field('reason')}
            label={words.why}
            hint={words.whyHint}
            maxLength={2000}
            rows={3}
          />
          <div>
            <Button type="submit" weight="secondary" busy={form.busy}>
              {words.decline}
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}

/** The order it became: its number and code, and on to paying. */
export function Placed({ order }: { order: NonNullable<OpenedOffer['placed']> }) {
  const { guest } = useText();
  const [leaving, setLeaving] = useState(false);
  return (
    <Card title={guest.placedTitle}>
      <div role="status">
        <p className="text-body">{guest.placedLead}</p>
        <dl className="mt-4 grid gap-4 sm:grid-cols-2">
          {[
            [guest.number, order.number],
            [guest.code, order.code],
          ].map(([term, value]) => (
            <div key={term}>
              <dt className="text-13 text-muted">{term}</dt>
              <dd className="text-16 font-bold tracking-wide tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <form
        method="post"
        action={paths.orderStatus()}
        className="mt-4"
        onSubmit={(event) => {
          event.preventDefault();
          setLeaving(true);
          keepLookup(order);
          goTo(paths.orderStatus());
        }}
      >
        <input type="hidden" name="number" value={order.number} />
        <input type="hidden" name="code" value={order.code} />
        <Button type="submit" wide busy={leaving}>
          {guest.pay}
        </Button>
      </form>
    </Card>
  );
}

/** The other way: `only` where it takes an account. */
export function WithAccount({ email, only }: { email: string; only: boolean }) {
  const { guest } = useText();
  const person = useSession()?.person;
  const mine = person?.email === email;
  return (
    <Card title={guest.account}>
      {only && <p className="mb-2 text-body font-medium">{guest.accountNeeded}</p>}
      <p className="text-body text-muted [overflow-wrap:anywhere]">{guest.accountLead(email)}</p>
      <LinkButton
        weight={only ? 'primary' : 'secondary'}
        className="mt-3"
        to={mine ? paths.claims() : paths.signUp(paths.claims())}
      >
        {guest.toAccount}
      </LinkButton>
    </Card>
  );
}
