import { Suspense, useState } from 'react';
import type { Invoice } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { toast } from '../../../kernel/toast.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { whenLoaded } from '../../../kernel/when-loaded.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { InvoiceHistory } from '../shared/invoice-history.tsx';
import { InvoicePayments } from '../shared/invoice-payments.tsx';
import { InvoiceSheet } from '../shared/invoice-sheet.tsx';
import { InvoiceState } from '../shared/invoice-state.tsx';
import { partsToBillApart } from '../shared/apart/parts-of-invoice.ts';
import { useApartAct } from '../text/apart.ts';
import { useContestedText } from '../text/contested.ts';
import { useText } from '../text/index.ts';
import { usePromiseText } from '../text/promise.ts';
import { useStandingText } from '../text/standing.ts';
import { PromiseToPay } from './promise-to-pay.tsx';

const Contests = whenLoaded(async () => (await import('./contests.tsx')).Contests);
const ContestDialog = whenLoaded(async () => (await import('./contest-dialog.tsx')).ContestDialog);
const ApartDialog = whenLoaded(async () => (await import('../shared/apart/apart-dialog.tsx')).ApartDialog);

export function Page({ invoiceId }: { invoiceId: string }) {
  const { invoice: words, above, kinds } = useText();
  const { api: base, to } = useOrganization();
  const format = useFormat();
  const url = `${base}/invoices/${invoiceId}`;
  const invoice = useData<Invoice>(url, { facts: 'billing.', subject: invoiceId });
  const { number, can, balance } = invoice;
  const [contesting, setContesting] = useState(false);
  const [splitting, setSplitting] = useState(false);
  return (
    <>
      <PageHeader
        title={number ? words.title(number) : words.titleUnnumbered}
        crumbs={[{ label: words.all, to: to.invoices() }]}
        state={<InvoiceState invoice={invoice} />}
        act={
          can.pay === true && (
            <LinkButton to={to.pay(invoiceId)} wide>
              {words.pay(format.money(balance))}
            </LinkButton>
          )
        }
        aside={
          <Papers
            url={url}
            invoice={invoice}
            onContest={() => setContesting(true)}
            onSplit={() => setSplitting(true)}
          />
        }
      />
      <Notice url={url} invoice={invoice} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem] print:block">
        <div className="flex min-w-0 flex-col gap-4">
          <InvoiceSheet invoice={invoice} />
          <InvoicePayments
            invoice={invoice}
            receiptUrl={(id) => `${base}/receipts/${id}`}
            creditNotePath={to.creditNote}
          />
          <Slot name="invoice.sections" with={{ invoiceId }} />
          <Suspense fallback={null}>
            {invoice.isContested && <Contests invoiceId={invoiceId} onAgain={() => setContesting(true)} />}
            {contesting && <ContestDialog invoice={invoice} onClose={() => setContesting(false)} />}
            {splitting && (
              <ApartDialog
                url={url}
                invoice={invoice}
                refresh={`${base}/invoices`}
                onClose={() => setSplitting(false)}
              />
            )}
          </Suspense>
        </div>
        <div className="flex flex-col gap-4 print:mt-4">
          <Card>
            <DefinitionList
              facts={[
                { term: words.issuedOn, value: <Time value={invoice.issuedOn} style="date" /> },
                { term: words.dueOn, value: <Time value={invoice.dueOn} style="date" /> },
                invoice.paidAt !== null && {
                  term: words.paidOn,
                  value: <Time value={invoice.paidAt} style="date" />,
                },
                invoice.for !== null && { term: above.forServicesOf, value: invoice.for.name },
                { term: words.kind, value: kinds[invoice.kind] },
              ]}
            />
            {can.applyCredit === true && <UseCredit url={url} invoice={invoice} />}
          </Card>
          <InvoiceHistory invoice={invoice} />
        </div>
      </div>
    </>
  );
}

/** What is special about it, before anything else. */
function Notice({ url, invoice }: { url: string; invoice: Invoice }) {
  const words = useStandingText();
  const promise = usePromiseText();
  const contested = useContestedText();
  const { api: base } = useOrganization();
  const format = useFormat();
  const { status, promisedOn, isDisputed } = invoice;
  if (status !== 'pending' && status !== 'overdue' && status !== 'void' && status !== 'credited') return null;
  const { tone, title, hint } = {
    pending: { tone: 'info' as const, ...words.pending },
    overdue: {
      tone: 'danger' as const,
      title: words.overdue.title(Math.max(1, -format.daysUntil(invoice.dueOn))),
      hint: isDisputed
        ? contested.resting
        : promisedOn
          ? promise.promised(format.date(promisedOn))
          : invoice.lines.some((line) => line.serviceId !== null)
            ? words.overdue.hint
            : undefined,
    },
    credited: { tone: 'info' as const, ...words.credited },
    void: { tone: 'info' as const, ...words.void },
  }[status];
  return (
    <div className="no-print mb-4">
      <Banner
        tone={tone}
        title={title}
        act={
          status === 'overdue' &&
          !promisedOn &&
          !isDisputed && <PromiseToPay url={url} refresh={[`${base}/invoices`]} />
        }
      >
        {hint}
      </Banner>
    </div>
  );
}

function Papers({
  url,
  invoice,
  onContest,
  onSplit,
}: {
  url: string;
  invoice: Invoice;
  onContest: () => void;
  onSplit: () => void;
}) {
  const { invoice: words } = useText();
  const { act } = useContestedText();
  const text = useKernelText();
  const { to } = useOrganization();
  const { status, isContested } = invoice;
  const mayContest = useCan('billing.invoice.contest');
  const split = useApartAct();
  const maySplit = useCan('billing.tax-profile.manage') && partsToBillApart(invoice).length > 0;
  const { download } = invoice.can;
  const reason = download === true ? null : reasonWords(download.no);
  const open = (lang: string) => location.assign(`${url}/document?lang=${lang}`);
  return (
    <MoreMenu
      label={text.moreActions}
      groups={[
        [
          { label: words.downloadId, icon: 'download', run: () => open('id'), reason },
          { label: words.downloadEn, icon: 'download', run: () => open('en'), reason },
          { label: words.print, icon: 'document', run: () => print() },
        ],
        [
          ...(maySplit ? [{ label: split, icon: 'swap' as const, run: onSplit }] : []),
          { label: words.ask, icon: 'support', to: to.newTicket({ invoice: invoice.id }) },
          ...(mayContest && !isContested && (status === 'due' || status === 'overdue')
            ? [{ label: act, icon: 'question' as const, run: onContest }]
            : []),
        ],
      ]}
    />
  );
}

function UseCredit({ url, invoice: { credit, balance } }: { url: string; invoice: Invoice }) {
  const { invoice: words } = useText();
  const { api: base } = useOrganization();
  const format = useFormat();
  const usable = { ...credit, amount: Math.min(credit.amount, balance.amount) };
  const apply = useAct(
    (body: { amount: number }, key) => api.post<{ applied: typeof credit }>(`${url}/credit`, body, key),
    {
      refresh: [`${base}/invoices`, `${base}/billing-summary`, `${base}/credit`],
      done: ({ applied }) => toast({ words: words.creditUsed(format.money(applied)) }),
    },
  );
  return (
    <div className="no-print mt-3 border-t border-line pt-3">
      <p className="mb-2 text-13 text-muted">{words.creditHint(format.money(credit))}</p>
      <Button
        weight="secondary"
        wide
        busy={apply.busy}
        onClick={() => void apply.run({ amount: usable.amount })}
      >
        {words.useCredit(format.money(usable))}
      </Button>
    </div>
  );
}
