import type { StaffInvoice } from '../../../../server/modules/billing/contract.ts';
import type { CreditNote } from '../../../../server/modules/billing/credit-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';
import { useNoteText } from '../text/notes.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  url: string;
  invoice: StaffInvoice;
}

type Reason = CreditNote['reason'];
type Values = { reason: Reason; note: string } & Record<`line${number}`, Money | null>;

/** Takes back all or part of an invoice, line by line; what is left of each is asked for at first. */
export function IssueCreditNote({ open, ...rest }: Props) {
  const { unnumbered } = useText();
  const { creditNote: words } = useNoteText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.formTitle(rest.invoice.number ?? unnumbered)}>
      <CreditForm {...rest} />
    </Dialog>
  );
}

function CreditForm({ onClose, url, invoice }: Omit<Props, 'open'>) {
  const { creditNote: words } = useNoteText();
  const format = useFormat();
  const { currency } = invoice.total;
  // A reduction is asked for as it reads, above zero, and sent with its sign.
  const lines = invoice.lines
    .map(({ position, description, net, takenBack }) => ({
      position,
      description,
      sign: Math.sign(net.amount),
      left: Math.abs(net.amount - takenBack.amount),
    }))
    .filter(({ left }) => left > 0);
  const key = (position: number) => `line${position}` as const;
  const initial: Values = { reason: 'order_change', note: '' };
  for (const { position, left } of lines) initial[key(position)] = { amount: left, currency };
  const form = useForm({
    initial,
    check: (values) => {
      const wrong: Record<string, string> = {};
      for (const { position, left } of lines)
        if ((values[key(position)]?.amount ?? 0) > left) wrong[key(position)] = words.tooMuch;
      if (lines.every(({ position }) => !values[key(position)]?.amount))
        wrong[key(lines[0]!.position)] = words.nothing;
      return wrong;
    },
    send: (values, idempotency) =>
      api.post<CreditNote>(
        `${url}/credit-notes`,
        {
          reason: values.reason,
          note: values.note,
          lines: lines
            .map(({ position, sign }) => ({ position, net: sign * (values[key(position)]?.amount ?? 0) }))
            .filter(({ net }) => net !== 0),
        },
        idempotency,
      ),
    refresh: ['/api/console/invoices', '/api/console/credit-notes', '/api/console/ageing'],
    done: () => {
      onClose();
      toast({ words: words.done });
    },
  });
  const sum = lines.reduce(
    (total, { position, sign }) => total + sign * (form.values[key(position)]?.amount ?? 0),
    0,
  );
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.formLead}</p>
      {lines.map(({ position, description, left }) => (
        <MoneyField
          key={position}
          {...form.field(key(position))}
          label={format.words(description)}
          hint={words.left(format.money({ amount: left, currency }))}
          currency={currency}
        />
      ))}
      <Select
        {...form.field('reason')}
        label={words.reason}
        choices={Object.entries(words.reasons).map(([value, label]) => ({ value: value as Reason, label }))}
      />
      <TextArea {...form.field('note')} label={words.note} hint={words.noteHint} optional maxLength={2000} />
      <Button type="submit" wide busy={form.busy}>
        {sum > 0 ? words.actSum(format.money({ amount: sum, currency })) : words.act}
      </Button>
    </Form>
  );
}
