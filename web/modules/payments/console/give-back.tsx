import type { PaymentView } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useBackText } from '../text/back.ts';
import { useText } from '../text/index.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  url: string;
  payment: PaymentView;
}

/** Gives back all or part of a payment, out of the client's credit. */
export function GiveBack({ open, ...rest }: Props) {
  const { desk: back } = useBackText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={back.refundTitle}>
      <RefundForm {...rest} />
    </Dialog>
  );
}

function RefundForm({ onClose, url, payment }: Omit<Props, 'open'>) {
  const { desk: words } = useText();
  const { desk: back } = useBackText();
  const format = useFormat();
  const { left, credit, can, invoice } = payment;
  const most = Math.min(left.amount, credit.amount);
  const there = can.refundThere;
  const form = useForm({
    initial: {
      amount: { ...left, amount: most } as Money | null,
      way: there === true ? ('gateway' as const) : ('transfer' as 'gateway' | 'transfer'),
      bank: '',
      account: '',
      holder: '',
      reason: '',
    },
    check: ({ amount }) => {
      if (!amount || amount.amount <= 0) return { amount: back.refundNeedsAmount };
      return amount.amount > most ? { amount: back.refundTooMuch } : {};
    },
    send: ({ amount, way, reason, ...account }, key) =>
      api.post<PaymentView>(
        `${url}/refund`,
        { amount: amount!.amount, reason, ...(way === 'transfer' ? { to: account } : {}) },
        key,
      ),
    refresh: ['/api/console/payments', '/api/console/refunds'],
    done: () => {
      onClose();
      toast({ words: back.refundAsked });
    },
  });
  const { amount, way } = form.values;
  const lead = back.refundLead(format.money(left), format.money(credit));
  if (most === 0) {
    return (
      <div className="flex flex-col gap-3 text-body">
        <p className="text-muted">{lead}</p>
        <p>{back.refundNeedsCredit}</p>
        {invoice && <Link to={to.invoice(invoice.id)}>{back.refundSeeInvoice}</Link>}
      </div>
    );
  }
  return (
    <Form form={form}>
      <p className="text-body text-muted">{lead}</p>
      <MoneyField {...form.field('amount')} label={back.refundAmount} currency={left.currency} />
      <RadioCards
        {...form.field('way')}
        label={back.refundWay}
        choices={[
          {
            value: 'gateway',
            label: back.refundThere(payment.paidWith),
            ...(there === true ? {} : { reason: reasonWords(there.no) }),
          },
          { value: 'transfer', label: back.refundTransfer, hint: back.refundTransferHint },
        ]}
      />
      {way === 'transfer' && (
        <>
          <TextField {...form.field('bank')} label={back.refundBank} maxLength={80} />
          <TextField {...form.field('account')} label={back.refundAccount} maxLength={60} />
          <TextField {...form.field('holder')} label={back.refundHolder} maxLength={120} />
        </>
      )}
      <TextField {...form.field('reason')} label={words.reason} hint={words.reasonHint} maxLength={300} />
      <Button type="submit" wide weight="destructive" busy={form.busy}>
        {amount && amount.amount > 0 ? back.refundAct(format.money(amount)) : words.refund}
      </Button>
    </Form>
  );
}
