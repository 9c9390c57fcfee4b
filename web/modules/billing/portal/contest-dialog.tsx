import type { Contests } from '../../../../server/modules/billing/contest-contract.ts';
import type { Invoice } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useContestText } from '../text/contest.ts';
import { useContestedText } from '../text/contested.ts';

type Reason = Contests['items'][number]['reason'];

/** Asks what is wrong with an invoice, and with which of its lines; or says why it cannot be contested. */
export function ContestDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const words = useContestedText();
  const contest = useContestText();
  const { api: base, to } = useOrganization();
  const url = `${base}/invoices/${invoice.id}/contests`;
  const { data } = useSideData<Contests>(url);
  const may = data?.can.contest;
  return (
    <Dialog open onClose={onClose} title={words.act}>
      {data && may === true && (
        <ContestForm {...{ url, onClose }} holdDays={data.holdDays} lines={invoice.lines} />
      )}
      {may !== undefined && may !== true && (
        <>
          <p className="mb-4 text-body">{reasonWords(may.no)}</p>
          <LinkButton to={to.newTicket({ invoice: invoice.id })} wide>
            {contest.write}
          </LinkButton>
        </>
      )}
    </Dialog>
  );
}

interface FormProps {
  url: string;
  holdDays: number;
  lines: Invoice['lines'];
  onClose: () => void;
}

type Values = { reason: Reason; message: string } & Record<`line${number}`, boolean>;

function ContestForm({ url, holdDays, lines, onClose }: FormProps) {
  const { act } = useContestedText();
  const words = useContestText();
  const { api: base } = useOrganization();
  const format = useFormat();
  const key = (position: number) => `line${position}` as const;
  const initial: Values = { reason: 'wrong_amount', message: '' };
  for (const { position } of lines) initial[key(position)] = false;
  const form = useForm({
    initial,
    check: ({ message }) => (message.trim() === '' ? { message: words.needsMessage } : {}),
    send: ({ reason, message, ...chosen }, idempotency) =>
      api.post<Contests>(
        url,
        {
          reason,
          message,
          positions: lines.map(({ position }) => position).filter((position) => chosen[key(position)]),
        },
        idempotency,
      ),
    refresh: [`${base}/invoices`],
    done: () => {
      toast({ words: words.sent });
      onClose();
    },
  });
  return (
    <Form form={form} label={act}>
      <p className="text-body text-muted">{words.lead(holdDays)}</p>
      <Select
        {...form.field('reason')}
        label={words.reason}
        choices={Object.entries(words.reasons).map(([value, label]) => ({ value: value as Reason, label }))}
      />
      {lines.length > 1 && (
        <fieldset>
          <legend className="mb-1 text-body font-medium">{words.lines}</legend>
          <p className="text-13 text-muted">{words.linesHint}</p>
          {lines.map(({ position, description }) => (
            <Checkbox key={position} {...form.field(key(position))} label={format.words(description)} />
          ))}
        </fieldset>
      )}
      <TextArea {...form.field('message')} label={words.message} hint={words.messageHint} maxLength={4000} />
      <Button type="submit" wide busy={form.busy}>
        {words.send}
      </Button>
    </Form>
  );
}
