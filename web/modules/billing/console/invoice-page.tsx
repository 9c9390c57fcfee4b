import { useState } from 'react';
import type { StaffInvoice } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { type Ability, useCan } from '../../../kernel/session/can.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { InvoiceHistory } from '../shared/invoice-history.tsx';
import { InvoicePayments } from '../shared/invoice-payments.tsx';
import { InvoiceSheet } from '../shared/invoice-sheet.tsx';
import { InvoiceState } from '../shared/invoice-state.tsx';
import { useText } from '../text/index.ts';
import { RecordPayment } from './record-payment.tsx';
import { VoidInvoice } from './void-invoice.tsx';

const { console: to } = paths;
const reason = (ability: Ability) => (ability === true ? null : reasonWords(ability.no));

export function Page({ invoiceId }: { invoiceId: string }) {
  const { desk: words, invoice: shared, kinds } = useText();
  const url = `/api/console/invoices/${invoiceId}`;
  const invoice = useData<StaffInvoice>(url, { facts: 'billing.', subject: invoiceId });
  const [open, setOpen] = useState<'payment' | 'void' | null>(null);
  const mayRecord = useCan('payments.payment.manage');
  const close = () => setOpen(null);
  const { number, can } = invoice;
  return (
    <>
      <PageHeader
        title={number ? shared.title(number) : shared.titleUnnumbered}
        crumbs={[{ label: words.title, to: to.invoices() }]}
        state={<InvoiceState invoice={invoice} />}
        lead={<Link to={to.client(invoice.client.id)}>{invoice.client.name}</Link>}
        act={
          mayRecord &&
          can.recordPayment === true && (
            <Button wide icon="wallet" onClick={() => setOpen('payment')}>
              {words.record}
            </Button>
          )
        }
        aside={<Acts url={url} invoice={invoice} onVoid={() => setOpen('void')} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] print:block">
        <div className="flex min-w-0 flex-col gap-4">
          <InvoiceSheet invoice={invoice} />
          <InvoicePayments invoice={invoice} receiptUrl={(id) => `/api/console/receipts/${id}`} />
          <Slot name="invoice.sections" with={{ invoiceId }} />
        </div>
        <div className="flex flex-col gap-4">
          <Card>
            <DefinitionList
              facts={[
                { term: shared.issuedOn, value: <Time value={invoice.issuedOn} style="date" /> },
                { term: shared.dueOn, value: <Time value={invoice.dueOn} style="date" /> },
                invoice.paidAt !== null && {
                  term: shared.paidOn,
                  value: <Time value={invoice.paidAt} style="date" />,
                },
                { term: shared.kind, value: kinds[invoice.kind] },
                { term: words.collection, value: words.collections[invoice.collection] },
                { term: words.clientCredit, value: <MoneyText value={invoice.credit} /> },
                invoice.voidReason !== null && { term: words.reason, value: invoice.voidReason },
              ]}
            />
          </Card>
          <InvoiceHistory invoice={invoice} />
        </div>
      </div>
      <RecordPayment open={open === 'payment'} onClose={close} invoice={invoice} />
      <VoidInvoice open={open === 'void'} onClose={close} url={url} invoice={invoice} />
    </>
  );
}

function Acts({ url, invoice, onVoid }: { url: string; invoice: StaffInvoice; onVoid: () => void }) {
  const { desk: words, invoice: shared } = useText();
  const text = useKernelText();
  const format = useFormat();
  const mayManage = useCan('billing.invoices.manage');
  const { can, credit, balance } = invoice;
  const usable = { ...credit, amount: Math.min(credit.amount, balance.amount) };
  const apply = useAct((body: object, key) => api.post<StaffInvoice>(`${url}/credit`, body, key), {
    refresh: ['/api/console/invoices', '/api/console/ageing'],
    done: () => toast({ words: shared.creditTook(format.money(usable)) }),
  });
  const download = (lang: string) => location.assign(`${url}/document?lang=${lang}`);
  return (
    <MoreMenu
      label={text.moreActions}
      groups={[
        [
          {
            label: shared.downloadId,
            icon: 'download',
            run: () => download('id'),
            reason: reason(can.download),
          },
          {
            label: shared.downloadEn,
            icon: 'download',
            run: () => download('en'),
            reason: reason(can.download),
          },
          { label: shared.print, icon: 'document', run: () => print() },
        ],
        mayManage
          ? [
              {
                label: words.useCredit(format.money(usable)),
                icon: 'wallet',
                run: () => void apply.run({}),
                reason: reason(can.applyCredit),
              },
            ]
          : [],
        mayManage
          ? [{ label: words.void, icon: 'trash', destructive: true, run: onVoid, reason: reason(can.void) }]
          : [],
      ]}
    />
  );
}
