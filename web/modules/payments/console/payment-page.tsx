import { useState } from 'react';
import type { PaymentView } from '../../../../server/modules/payments/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import type { Ability } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const { console: to } = paths;
const reason = (ability: Ability) => (ability === true ? null : reasonWords(ability.no));

export function Page({ paymentId }: { paymentId: string }) {
  const { desk: words } = useText();
  const format = useFormat();
  const url = `/api/console/payments/${paymentId}`;
  const payment = useData<PaymentView>(url, ['payments.', 'billing.receipt']);
  const { client, invoice, receipt, refund } = payment;
  return (
    <>
      <PageHeader
        title={words.detailTitle(format.money(payment.amount))}
        crumbs={[{ label: words.title, to: to.payments() }]}
        state={
          payment.takenBackAt ? (
            <StatusChip tone="neutral" icon="back">
              {words.returned}
            </StatusChip>
          ) : (
            <StatusChip tone="good">{words.receivedAt}</StatusChip>
          )
        }
        lead={<Link to={to.client(client.id)}>{client.name}</Link>}
        aside={<Acts url={url} payment={payment} />}
      />
      <div className="flex max-w-2xl flex-col gap-4">
        {refund && (
          <Banner
            tone={refund.state === 'refused' ? 'danger' : 'info'}
            title={words.refundStates[refund.state]}
          >
            {refund.reason} · {refund.askedBy.name} · {format.dateTime(refund.askedAt)}
          </Banner>
        )}
        <Card>
          <DefinitionList
            facts={[
              { term: words.amount, value: <MoneyText value={payment.amount} /> },
              { term: words.receivedAt, value: <Time value={payment.receivedAt} style="dateTime" /> },
              { term: words.method, value: payment.paidWith },
              { term: words.cause, value: words.causes[payment.cause] },
              {
                term: words.invoice,
                value: invoice ? (
                  <Link to={to.invoice(invoice.id)}>{invoice.number ?? '–'}</Link>
                ) : (
                  words.noInvoice
                ),
              },
              receipt !== null && {
                term: words.receipt,
                value: receipt.number ? (
                  <a href={`/api/console/receipts/${receipt.id}/document?lang=${format.locale}`} download>
                    {receipt.number}
                  </a>
                ) : (
                  '–'
                ),
              },
              payment.attemptId !== null && {
                term: words.gateway,
                value: <Link to={to.paymentAttempt(payment.attemptId)}>{words.seeAttempt}</Link>,
              },
              payment.recordedBy !== null && { term: words.recordedBy, value: payment.recordedBy.name },
              { term: words.recordedAt, value: <Time value={payment.recordedAt} style="dateTime" /> },
              payment.note !== '' && { term: words.note, value: payment.note },
              payment.takenBackAt !== null && {
                term: words.takenBack,
                value: <Time value={payment.takenBackAt} style="dateTime" />,
              },
              payment.takenBackWhy !== null && { term: words.takenBackWhy, value: payment.takenBackWhy },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function Acts({ url, payment }: { url: string; payment: PaymentView }) {
  const { desk: words } = useText();
  const text = useKernelText();
  const format = useFormat();
  const [open, setOpen] = useState<'refund' | 'take-back' | null>(null);
  const close = () => setOpen(null);
  const sum = format.money(payment.amount);
  const { can } = payment;
  return (
    <>
      <MoreMenu
        label={text.moreActions}
        groups={[
          [
            {
              label: words.refund,
              icon: 'back',
              destructive: true,
              run: () => setOpen('refund'),
              reason: reason(can.refund),
            },
            {
              label: words.takeBack,
              icon: 'leave',
              destructive: true,
              run: () => setOpen('take-back'),
              reason: reason(can.takeBack),
            },
          ],
        ]}
      />
      <ReasonDialog
        open={open === 'refund'}
        onClose={close}
        url={`${url}/refund`}
        refresh={['/api/console/payments']}
        title={words.refundTitle(sum)}
        effect={words.refundEffect}
        label={words.reason}
        hint={words.reasonHint}
        verb={words.refundAct(sum)}
        done={words.refundAsked}
        destructive
      />
      <ReasonDialog
        open={open === 'take-back'}
        onClose={close}
        url={`${url}/take-back`}
        refresh={['/api/console/payments']}
        title={words.takeBackTitle(sum)}
        effect={words.takeBackEffect}
        label={words.reason}
        hint={words.reasonHint}
        verb={words.takeBackAct}
        done={words.tookBack}
        destructive
      />
    </>
  );
}
