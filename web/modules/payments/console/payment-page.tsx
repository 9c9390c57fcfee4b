import { useState } from 'react';
import type { PaymentView } from '../../../../server/modules/payments/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import type { Ability } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RecordCard } from '../../../ui/record-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { DisputeState } from '../parts/dispute-state.tsx';
import { RefundState } from '../parts/refund-state.tsx';
import { useBackText } from '../text/back.ts';
import { useDisputeText } from '../text/desk-dispute.ts';
import { useFeeText } from '../text/desk-fees.ts';
import { useText } from '../text/index.ts';
import { GiveBack } from './give-back.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

const to = consolePaths;
const reason = (ability: Ability) => (ability === true ? null : reasonWords(ability.no));

export function Page({ paymentId }: { paymentId: string }) {
  const { desk: words } = useText();
  const fees = useFeeText();
  const format = useFormat();
  const url = `/api/console/payments/${paymentId}`;
  const payment = useData<PaymentView>(url, ['payments.', 'billing.receipt']);
  const { client, invoice, receipt, refunds } = payment;
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
              payment.fee !== null && {
                term: fees.fee,
                value: (
                  <>
                    <MoneyText value={payment.fee.amount} />{' '}
                    <span className="text-muted">{payment.fee.told ? fees.told : fees.estimated}</span>
                  </>
                ),
              },
              payment.fee !== null &&
                payment.fee.givenBack.amount > 0 && {
                  term: fees.givenBack,
                  value: <MoneyText value={payment.fee.givenBack} />,
                },
              payment.fee !== null && { term: fees.net, value: <MoneyText value={payment.fee.net} /> },
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
        {refunds.length > 0 && <Refunds refunds={refunds} />}
        {payment.disputes.length > 0 && <Disputes disputes={payment.disputes} />}
      </div>
    </>
  );
}

function Refunds({ refunds }: { refunds: PaymentView['refunds'] }) {
  const { desk: back } = useBackText();
  const format = useFormat();
  return (
    <RecordCard
      title={back.refunds}
      aside={null}
      none=""
      rows={refunds.map((refund) => ({
        id: refund.id,
        to: to.refund(refund.id),
        title: format.money(refund.amount),
        detail: `${refund.reason} · ${refund.askedBy.name} · ${format.dateTime(refund.askedAt)}`,
        state: <RefundState state={refund.state} />,
      }))}
    />
  );
}

function Disputes({ disputes }: { disputes: PaymentView['disputes'] }) {
  const words = useDisputeText();
  const format = useFormat();
  return (
    <RecordCard
      title={words.title}
      aside={null}
      none=""
      rows={disputes.map(({ id, amount, reason: why, heardAt, state }) => ({
        id,
        to: to.dispute(id),
        title: format.money(amount),
        detail: `${words.reasons[why]} · ${format.dateTime(heardAt)}`,
        state: <DisputeState state={state} />,
      }))}
    />
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
      <GiveBack open={open === 'refund'} onClose={close} url={url} payment={payment} />
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
