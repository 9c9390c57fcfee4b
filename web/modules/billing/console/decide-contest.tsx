import type { StaffInvoice } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useDeskContestText } from '../text/desk-contest.ts';

interface Props {
  how: 'uphold' | 'reject';
  contest: string;
  invoiceId: string;
  onClose: () => void;
}

const refresh = ['/api/console/invoices', '/api/console/contests', '/api/console/credit-notes'];

/** Agrees with the client, in full or in part, or says why not. */
export function DecideContest(props: Props) {
  const words = useDeskContestText();
  const { data } = useSideData<StaffInvoice>(`/api/console/invoices/${props.invoiceId}`);
  const isRejecting = props.how === 'reject';
  return (
    <Dialog open onClose={props.onClose} title={isRejecting ? words.rejectTitle : words.upholdTitle}>
      {isRejecting ? <Reject {...props} /> : data && <Uphold {...props} invoice={data} />}
    </Dialog>
  );
}

function Reject({ contest, onClose }: Props) {
  const words = useDeskContestText();
  const form = useForm({
    initial: { answer: '' },
    check: ({ answer }) => (answer.trim() === '' ? { answer: words.needsAnswer } : {}),
    send: (body, key) => api.post(`/api/console/contests/${contest}/reject`, body, key),
    refresh,
    done: () => {
      onClose();
      toast({ words: words.rejected });
    },
  });
  return (
    <Form form={form} label={words.rejectTitle}>
      <p className="text-body text-muted">{words.rejectLead}</p>
      <TextArea {...form.field('answer')} label={words.answer} hint={words.answerHint} maxLength={4000} />
      <Button type="submit" wide busy={form.busy}>
        {words.reject}
      </Button>
    </Form>
  );
}

type Values = { answer: string } & Record<`line${number}`, Money | null>;

function Uphold({ contest, onClose, invoice }: Props & { invoice: StaffInvoice }) {
  const words = useDeskContestText();
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
  const initial: Values = { answer: '' };
  for (const { position, left } of lines) initial[key(position)] = { amount: left, currency };
  const form = useForm({
    initial,
    check: (values) => {
      const wrong: Record<string, string> = {};
      if (values.answer.trim() === '') wrong['answer'] = words.needsAnswer;
      for (const { position, left } of lines)
        if ((values[key(position)]?.amount ?? 0) > left) wrong[key(position)] = words.tooMuch;
      if (lines[0] && lines.every(({ position }) => !values[key(position)]?.amount))
        wrong[key(lines[0].position)] = words.nothing;
      return wrong;
    },
    send: (values, idempotency) =>
      api.post(
        `/api/console/contests/${contest}/uphold`,
        {
          answer: values.answer,
          lines: lines
            .map(({ position, sign }) => ({ position, net: sign * (values[key(position)]?.amount ?? 0) }))
            .filter(({ net }) => net !== 0),
        },
        idempotency,
      ),
    refresh,
    done: () => {
      onClose();
      toast({ words: words.upheld });
    },
  });
  return (
    <Form form={form} label={words.upholdTitle}>
      <p className="text-body text-muted">{words.upholdLead}</p>
      {lines.map(({ position, description, left }) => (
        <MoneyField
          key={position}
          {...form.field(key(position))}
          label={format.words(description)}
          hint={words.left(format.money({ amount: left, currency }))}
          currency={currency}
        />
      ))}
      <TextArea {...form.field('answer')} label={words.answer} hint={words.answerHint} maxLength={4000} />
      <Button type="submit" wide busy={form.busy}>
        {words.uphold}
      </Button>
    </Form>
  );
}
