import { useState } from 'react';
import type { Invoice } from '../../../../server/modules/billing/contract.ts';
import type { AttemptView, PaymentOptions } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { refresh } from '../../../kernel/query/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { BigState } from '../parts/big-state.tsx';
import { MethodIcon } from '../parts/method-icon.tsx';
import { useText } from '../text/index.ts';
import { OpenAttempt } from './open-attempt.tsx';
import { Owed } from './owed.tsx';
import { ReportTransfer } from './report-transfer.tsx';
import { TransferNotice } from './transfer-notice.tsx';
import { useWays, type Way } from './way.ts';

interface Props {
  url: string;
  invoiceId: string;
  options: PaymentOptions;
  invoice: Invoice;
}

export function Page({ invoiceId }: { invoiceId: string }) {
  const { pay: words } = useText();
  const { api: base, to } = useOrganization();
  const url = `${base}/invoices/${invoiceId}`;
  const options = useData<PaymentOptions>(`${url}/payment-options`, [
    'payments.',
    { facts: 'billing.', subject: invoiceId },
  ]);
  const invoice = useData<Invoice>(url, { facts: 'billing.', subject: invoiceId });
  const { number } = options.invoice;
  const all = { url, invoiceId, options, invoice };
  return (
    <>
      <PageHeader
        title={number ? words.title(number) : words.titleUnnumbered}
        lead={<OnPhones invoice={options.invoice} />}
        crumbs={[
          { label: words.invoices, to: to.invoices() },
          ...(number ? [{ label: number, to: to.invoice(invoiceId) }] : []),
        ]}
      />
      {options.can.pay === true ? <Choose {...all} /> : <Closed {...all} />}
    </>
  );
}

/** The sum and its day at the top, where the summary stands at the bottom. */
function OnPhones({ invoice: { balance, dueOn } }: Pick<PaymentOptions, 'invoice'>) {
  const { pay: words } = useText();
  if (balance.amount === 0) return null;
  return (
    <p className="lg:hidden">
      <span className="font-medium text-ink">
        <MoneyText value={balance} />
      </span>{' '}
      · {words.dueOn.toLowerCase()} <Time value={dueOn} style="date" />
    </p>
  );
}

/** Nothing can be chosen now: it is paid, void, or a transfer is being looked for. */
function Closed({ options, invoiceId, url }: Props) {
  const { pay: words } = useText();
  const { to } = useOrganization();
  const { can, transfer } = options;
  const why = can.pay === true ? '' : can.pay.no;
  if (why === 'payment_pending' && transfer) {
    return (
      <div className="flex max-w-2xl flex-col gap-4">
        <TransferNotice transfer={transfer} url={url} />
      </div>
    );
  }
  const paid = why === 'already_paid';
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <BigState
        tone={paid ? 'good' : 'neutral'}
        title={paid ? words.paid : words.notPayable}
        lead={paid ? words.paidHint : words.notPayableHint}
      >
        <LinkButton to={to.invoice(invoiceId)}>{words.seeInvoice}</LinkButton>
      </BigState>
    </div>
  );
}

function Choose(props: Props) {
  const { url, invoiceId, options, invoice } = props;
  const { pay: words, transfer } = useText();
  const format = useFormat();
  const ways = useWays(options, invoice.transfer.length > 0);
  const possible = ways.filter(({ reason }) => !reason);
  const [value, setValue] = useState(possible[0]?.value ?? '');
  const [save, setSave] = useState(false);
  const chosen = possible.find((way) => way.value === value) ?? possible[0];
  const act = chosen?.how && <PayButton {...props} way={chosen} save={save && chosen.canSave} />;
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-6">
        <div className="flex min-w-0 flex-col gap-4">
          {options.open && <OpenAttempt attempt={options.open} />}
          {options.transfer?.state === 'rejected' && <TransferNotice transfer={options.transfer} url={url} />}
          <Card>
            {ways.length === 0 ? (
              <EmptyState small icon="wallet" title={words.noWay}>
                {words.noWayHint}
              </EmptyState>
            ) : (
              <RadioCards
                name="way"
                label={words.how}
                value={chosen?.value ?? ''}
                onValue={setValue}
                choices={ways.map(({ value: id, label, hint, reason, kind }) => ({
                  value: id,
                  label,
                  hint,
                  reason,
                  aside: <MethodIcon kind={kind} />,
                }))}
              />
            )}
          </Card>
          {chosen && !chosen.how && (
            <ReportTransfer
              url={url}
              accounts={invoice.transfer}
              hint={transfer.accountsHint(format.money(options.invoice.balance), invoice.number ?? '')}
              draft={invoice.id}
              owed={options.invoice.balance}
            />
          )}
        </div>
        <aside aria-label={words.summary} className="flex flex-col gap-3 lg:sticky lg:top-6">
          <Owed invoice={options.invoice} invoiceId={invoiceId} />
          {chosen?.canSave && (
            <div className="px-1">
              <Checkbox name="save" value={save} onValue={setSave} label={words.save} hint={words.saveHint} />
            </div>
          )}
          <div className="hidden sm:block">{act}</div>
        </aside>
      </div>
      {act && (
        <div className="sticky-act no-print fixed inset-x-0 z-10 border-t border-line bg-surface p-3 sm:hidden">
          {act}
        </div>
      )}
    </>
  );
}

function PayButton({ url, options, way, save }: Props & { way: Way; save: boolean }) {
  const { pay: words } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const pay = useAct((body: object, key) => api.post<AttemptView>(`${url}/payments`, body, key), {
    done: (attempt) => {
      if (attempt.next?.kind === 'redirect') location.assign(attempt.next.url);
      else goTo(to.payment(attempt.id));
    },
    failed: (problem) => {
      toast({ words: problemWords(problem), tone: 'danger' });
      // What another tab or person did meanwhile is shown at once.
      void refresh(`${url}/payment-options`);
    },
  });
  const sum = format.money(options.invoice.balance);
  const label = { virtual_account: words.getNumber, qris: words.getCode }[way.kind as 'qris'] ?? words.act;
  const leaves = way.flow === 'redirect' && 'gateway' in way.how!;
  return (
    <div className="flex flex-col gap-2">
      <Button wide busy={pay.busy} onClick={() => void pay.run(save ? { ...way.how, save } : way.how!)}>
        {label(sum)}
      </Button>
      {leaves && <p className="px-1 text-13 text-muted">{words.leave}</p>}
    </div>
  );
}
