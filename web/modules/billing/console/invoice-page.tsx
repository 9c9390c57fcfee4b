import { Suspense, useState } from 'react';
import type { StaffInvoice } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { type Ability, useCan } from '../../../kernel/session/can.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { whenLoaded } from '../../../kernel/when-loaded.tsx';
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
import { partsToBillApart } from '../shared/apart/parts-of-invoice.ts';
import { useApartAct } from '../text/apart.ts';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';
import { useNoteText } from '../text/notes.ts';
import { RecordPayment } from './record-payment.tsx';
import { IssueCreditNote } from './issue-credit-note.tsx';
import { AskWhy } from './ask-why.tsx';
import { StaffInvoiceState } from './staff-invoice-state.tsx';

const ApartDialog = whenLoaded(async () => (await import('../shared/apart/apart-dialog.tsx')).ApartDialog);

const to = consolePaths;
const reason = (ability: Ability) => (ability === true ? null : reasonWords(ability.no));

export function Page({ invoiceId }: { invoiceId: string }) {
  const words = useDeskText();
  const { invoice: shared, above, kinds, unnumbered } = useText();
  const format = useFormat();
  const url = `/api/console/invoices/${invoiceId}`;
  const invoice = useData<StaffInvoice>(url, { facts: 'billing.', subject: invoiceId });
  const [open, setOpen] = useState<'payment' | 'void' | 'credit' | 'write-off' | 'apart' | null>(null);
  const mayRecord = useCan('payments.payment.manage');
  const close = () => setOpen(null);
  const { number, can } = invoice;
  return (
    <>
      <PageHeader
        title={number ? shared.title(number) : shared.titleUnnumbered}
        crumbs={[{ label: words.title, to: to.invoices() }]}
        state={<StaffInvoiceState invoice={invoice} />}
        lead={<Link to={to.client(invoice.client.id)}>{invoice.client.name}</Link>}
        act={
          mayRecord &&
          can.recordPayment === true && (
            <Button wide icon="wallet" onClick={() => setOpen('payment')}>
              {words.record}
            </Button>
          )
        }
        aside={
          <Acts
            url={url}
            invoice={invoice}
            onVoid={() => setOpen('void')}
            onSplit={() => setOpen('apart')}
            onCredit={() => setOpen('credit')}
            onWriteOff={() => setOpen('write-off')}
          />
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] print:block">
        <div className="flex min-w-0 flex-col gap-4">
          <InvoiceSheet invoice={invoice} />
          <InvoicePayments
            invoice={invoice}
            receiptUrl={(id) => `/api/console/receipts/${id}`}
            creditNotePath={to.creditNote}
          />
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
                invoice.for !== null && {
                  term: above.forServicesOf,
                  value: <Link to={to.client(invoice.for.id)}>{invoice.for.name}</Link>,
                },
                { term: shared.kind, value: kinds[invoice.kind] },
                { term: words.collection, value: words.collections[invoice.collection] },
                { term: words.clientCredit, value: <MoneyText value={invoice.credit} /> },
                invoice.writtenOffReason !== null && {
                  term: words.writtenOffWhy,
                  value: invoice.writtenOffReason,
                },
                invoice.voidReason !== null && { term: words.reason, value: invoice.voidReason },
              ]}
            />
          </Card>
          <InvoiceHistory invoice={invoice} />
        </div>
      </div>
      <Suspense fallback={null}>
        {open === 'apart' && (
          <ApartDialog url={url} invoice={invoice} refresh="/api/console/invoices" onClose={close} />
        )}
      </Suspense>
      <RecordPayment open={open === 'payment'} onClose={close} invoice={invoice} />
      <AskWhy
        open={open === 'write-off'}
        onClose={close}
        url={`${url}/write-off`}
        title={words.writeOffTitle(number ?? unnumbered)}
        effect={<p>{words.writeOffEffect(format.money(invoice.balance))}</p>}
        verb={words.writeOff}
        done={words.writtenOff}
      />
      <IssueCreditNote open={open === 'credit'} onClose={close} url={url} invoice={invoice} />
      <AskWhy
        open={open === 'void'}
        onClose={close}
        url={`${url}/void`}
        title={words.voidTitle(number ?? unnumbered)}
        effect={
          <>
            <p>{words.voidEffect}</p>
            {invoice.paid.amount > 0 && <p>{words.voidPaid(format.money(invoice.paid))}</p>}
          </>
        }
        verb={words.voidAct}
        done={words.voided}
      />
    </>
  );
}

function Acts({
  url,
  invoice,
  onVoid,
  onSplit,
  onCredit,
  onWriteOff,
}: {
  url: string;
  invoice: StaffInvoice;
  onVoid: () => void;
  onSplit: () => void;
  onCredit: () => void;
  onWriteOff: () => void;
}) {
  const words = useDeskText();
  const { invoice: shared } = useText();
  const { creditNote } = useNoteText();
  const mayWriteOff = useCan('billing.invoices.write-off');
  const mayCredit = useCan('billing.credit-notes.issue');
  const text = useKernelText();
  const format = useFormat();
  const mayManage = useCan('billing.invoices.manage');
  const split = useApartAct();
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
              ...(partsToBillApart(invoice).length > 0
                ? [{ label: split, icon: 'swap' as const, run: onSplit }]
                : []),
              {
                label: usable.amount > 0 ? words.useCredit(format.money(usable)) : words.useSomeCredit,
                icon: 'wallet',
                run: () => void apply.run({}),
                reason: reason(can.applyCredit),
              },
            ]
          : [],
        mayCredit
          ? [{ label: creditNote.act, icon: 'history', run: onCredit, reason: reason(can.creditNote) }]
          : [],
        mayWriteOff
          ? [
              {
                label: words.writeOff,
                icon: 'close',
                destructive: true,
                run: onWriteOff,
                reason: reason(can.writeOff),
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
