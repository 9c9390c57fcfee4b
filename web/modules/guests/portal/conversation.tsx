import { useEffect, useState } from 'react';
import type { Opened } from '../../../../server/modules/guests/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { FormKey } from '../../../kernel/pages/form-key.tsx';
import { paths } from '../../../kernel/paths.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';
import { ActForm } from './act-form.tsx';
import { formOf } from './acts.ts';
import { Said } from './said.tsx';

type Ticket = NonNullable<Opened['ticket']>;

const tones = {
  new: 'info',
  open: 'info',
  waiting_customer: 'attention',
  waiting_third_party: 'neutral',
  on_hold: 'neutral',
  resolved: 'good',
  closed: 'neutral',
  merged: 'neutral',
  spam: 'neutral',
} as const;

/** A ticket as whoever holds its link reads and answers it. */
export function Conversation({
  opened: { subject, email, until },
  ticket,
  token,
  onChange,
}: {
  opened: Opened;
  ticket: Ticket;
  token: string;
  onChange: () => Promise<void>;
}) {
  const { message: words } = useText();
  const format = useFormat();
  const [looking, setLooking] = useState(false);
  // What happened meanwhile is there when somebody comes back to the tab.
  useEffect(() => {
    const seen = () => void (document.visibilityState === 'visible' && onChange());
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  });
  const look = () => {
    setLooking(true);
    void onChange().finally(() => setLooking(false));
  };
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5">
      <header>
        <h1 className="text-26 text-balance [overflow-wrap:anywhere]">{subject}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-body text-muted">
          <span className="tabular-nums">{words.number(ticket.number)}</span>
          <StatusChip tone={tones[ticket.status]}>{words.states[ticket.status]}</StatusChip>
        </p>
      </header>
      {ticket.earlier && <p className="text-13 text-muted">{words.earlier}</p>}
      <ol className="flex flex-col gap-3">
        {ticket.messages.map((message) => (
          <Said key={message.id} message={message} />
        ))}
      </ol>
      <Reply token={token} onSent={onChange} />
      <ActForm act="open" token={token} onAct={look}>
        <Button type="submit" weight="quiet" icon="refresh" busy={looking}>
          {words.refresh}
        </Button>
      </ActForm>
      <Account email={email} />
      <p className="text-13 text-muted">{words.secret(format.date(until))}</p>
    </div>
  );
}

function Reply({ token, onSent }: { token: string; onSent: () => Promise<void> }) {
  const { message: words } = useText();
  const form = useForm({
    initial: { text: '' },
    send: ({ text }, key) => api.post<void>('/api/guest-messages/reply', { token, text }, key),
    done: () => {
      form.reset({ text: '' });
      toast({ words: words.sent });
      void onSent();
    },
  });
  return (
    <Form form={form} post={formOf('reply')} label={words.reply}>
      <FormKey />
      <input type="hidden" name="token" value={token} />
      <TextArea {...form.field('text')} label={words.reply} maxLength={20_000} />
      <div>
        <Button type="submit" icon="send" busy={form.busy}>
          {words.send}
        </Button>
      </div>
    </Form>
  );
}

function Account({ email }: { email: string }) {
  const { message: words } = useText();
  const person = useSession()?.person;
  const mine = person?.email === email;
  return (
    <Banner
      tone="info"
      title={words.accountTitle}
      act={
        <div className="flex shrink-0 flex-wrap gap-2">
          {mine ? (
            <LinkButton to={paths.claims()} weight="secondary">
              {words.claim}
            </LinkButton>
          ) : (
            <>
              <LinkButton to={paths.signUp(paths.claims())} weight="secondary">
                {words.signUp}
              </LinkButton>
              <LinkButton to={paths.signIn(paths.claims())} weight="quiet">
                {words.signIn}
              </LinkButton>
            </>
          )}
        </div>
      }
    >
      {words.account(email)}
    </Banner>
  );
}
