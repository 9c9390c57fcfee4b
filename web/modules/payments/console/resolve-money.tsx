import { useState } from 'react';
import type { StaffInvoiceItem } from '../../../../server/modules/billing/contract.ts';
import type { Client } from '../../../../server/modules/organizations/contract.ts';
import type { UnmatchedMoney } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Finder, type Found } from '../../../kernel/forms/finder.tsx';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

type To = 'invoice' | 'credit' | 'returned';

const readClient = ({ id, name, billingEmail }: Client): Found => ({ id, name, detail: billingEmail });

interface Props {
  open: boolean;
  onClose: () => void;
  money: UnmatchedMoney;
}

/** Where money belongs that nothing asked for. */
export function ResolveMoney({ open, ...rest }: Props) {
  const { desk: words } = useText();
  const format = useFormat();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.decideTitle(format.money(rest.money.amount))}>
      <ResolveForm {...rest} />
    </Dialog>
  );
}

function ResolveForm({ onClose, money }: Omit<Props, 'open'>) {
  const { desk: words } = useText();
  const format = useFormat();
  const { allocate } = money.can;
  const [meant] = money.attempt?.invoices ?? [];
  const [invoice, setInvoice] = useState<Found | null>(
    meant ? { id: meant.id, name: meant.number ?? words.invoice, detail: money.client?.name ?? '' } : null,
  );
  const [client, setClient] = useState<Found | null>(
    money.client ? { id: money.client.id, name: money.client.name, detail: '' } : null,
  );
  const form = useForm({
    initial: {
      to: (allocate === true ? 'invoice' : 'returned') as To,
      note: '',
      invoice: '',
      organization: '',
    },
    check: ({ to, note }) => ({
      ...(to === 'invoice' && !invoice ? { invoice: words.choose } : {}),
      ...(to === 'credit' && !client ? { organization: words.choose } : {}),
      ...(to === 'returned' && note.trim() === '' ? { note: words.noteNeeded } : {}),
    }),
    send: ({ to, note }, key) =>
      api.post<void>(
        `/api/console/unmatched-money/${money.id}/resolve`,
        {
          to,
          note,
          ...(to === 'invoice' ? { invoice: invoice!.id } : {}),
          ...(to === 'credit' ? { organization: client!.id } : {}),
        },
        key,
      ),
    refresh: ['/api/console/unmatched-money'],
    done: () => {
      onClose();
      toast({ words: words.decided });
    },
  });
  const { to } = form.values;
  const finderWords = { change: words.changeChoice, none: words.noneFound };
  const readInvoice = (row: StaffInvoiceItem): Found => ({
    id: row.id,
    name: row.number ?? words.invoice,
    detail: `${row.client.name} · ${words.left(format.money(row.balance))}`,
  });
  const refused = allocate === true ? {} : { reason: reasonWords(allocate.no) };
  return (
    <Form form={form}>
      <RadioCards
        {...form.field('to')}
        label={words.to}
        choices={[
          { value: 'invoice', label: words.toInvoice, hint: words.toInvoiceHint, ...refused },
          { value: 'credit', label: words.toCredit, hint: words.toCreditHint, ...refused },
          { value: 'returned', label: words.toReturned, hint: words.toReturnedHint },
        ]}
      />
      {to === 'invoice' && (
        <Finder<StaffInvoiceItem>
          name="invoice"
          label={words.findInvoice}
          hint={words.findInvoiceHint}
          url="/api/console/invoices"
          words={finderWords}
          read={readInvoice}
          chosen={invoice}
          error={form.errors.invoice}
          onChoose={(row) => setInvoice(row && readInvoice(row))}
        />
      )}
      {to === 'credit' && (
        <Finder<Client>
          name="organization"
          label={words.findClient}
          url="/api/console/clients"
          words={finderWords}
          read={readClient}
          chosen={client}
          error={form.errors.organization}
          onChoose={(row) => setClient(row && readClient(row))}
        />
      )}
      <TextArea
        {...form.field('note')}
        label={words.noteField}
        rows={2}
        maxLength={500}
        optional={to !== 'returned'}
      />
      <Button type="submit" wide busy={form.busy}>
        {words.decideAct[to]}
      </Button>
    </Form>
  );
}
