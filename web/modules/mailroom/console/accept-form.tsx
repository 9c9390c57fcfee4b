import type { ReceivedMailDetail } from '../../../../server/modules/mailroom/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const all = '/api/console/received-mails';

/** Where a mail that waits belongs; what it seems to be about is chosen already. */
export function AcceptForm({ mail, done }: { mail: ReceivedMailDetail; done: () => void }) {
  const { mail: words } = useText();
  const { organizations, ticket } = mail;
  const first = ticket || mail.sender === '' ? 'ticket' : (organizations[0]?.id ?? 'guest');
  const form = useForm({
    initial: { to: first, number: ticket ? String(ticket.number) : '' },
    send: ({ to, number }, key) =>
      api.post<{ ticket: { number: number } }>(
        `${all}/${mail.id}/accept`,
        to === 'ticket'
          ? { to, number: Number(number.replace('#', '')) }
          : to === 'guest'
            ? { to }
            : { to: 'organization', organization: to },
        key,
      ),
    refresh: [all, '/api/console/tickets'],
    done: ({ ticket: taken }) => {
      done();
      toast({ words: words.taken(taken.number) });
    },
  });
  const choices = [
    ...organizations.map(({ id, name }) => ({ value: id, label: words.asNew(name), hint: words.asNewHint })),
    ...(organizations.length === 0 && mail.sender !== ''
      ? [{ value: 'guest', label: words.asGuest, hint: words.asGuestHint }]
      : []),
    { value: 'ticket', label: words.intoTicket, hint: words.intoTicketHint },
  ];
  return (
    <Form form={form}>
      <RadioCards {...form.field('to')} label={words.where} choices={choices} />
      {form.values.to === 'ticket' && (
        <TextField {...form.field('number')} label={words.number} inputMode="numeric" autoComplete="off" />
      )}
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.take}
        </Button>
      </FormActs>
    </Form>
  );
}
