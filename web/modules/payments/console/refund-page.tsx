import { useState } from 'react';
import type { StaffRefund } from '../../../../server/modules/payments/refund-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import type { Ability } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { RefundState } from '../parts/refund-state.tsx';
import { useBackText } from '../text/back.ts';
import { useText } from '../text/index.ts';
import { PayRefund } from './pay-refund.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

const refresh = ['/api/console/refunds', '/api/console/payments'];
const reason = (ability: Ability) => (ability === true ? null : reasonWords(ability.no));

export function Page({ refundId }: { refundId: string }) {
  const { desk: words } = useText();
  const { desk: back } = useBackText();
  const format = useFormat();
  const url = `/api/console/refunds/${refundId}`;
  const refund = useData<StaffRefund>(url, 'payments.refund');
  const { bank } = refund;
  return (
    <>
      <PageHeader
        title={back.refundOf(format.money(refund.amount))}
        crumbs={[
          { label: words.title, to: to.payments() },
          { label: back.refunds, to: to.refunds() },
        ]}
        state={<RefundState state={refund.state} />}
        lead={<Link to={to.client(refund.client.id)}>{refund.client.name}</Link>}
        aside={<Acts url={url} refund={refund} />}
      />
      <div className="flex max-w-2xl flex-col gap-4">
        {String(refund.state) === 'to_approve' && refund.can.approve !== true && (
          <Banner tone="attention" title={reasonWords(refund.can.approve.no)} />
        )}
        <Card>
          <DefinitionList
            facts={[
              {
                term: words.amount,
                value: (
                  <Link to={to.payment(refund.paymentId)}>
                    <MoneyText value={refund.amount} />
                  </Link>
                ),
              },
              { term: back.refundTo, value: bank ? bank.bank : refund.to },
              bank !== null && { term: back.refundAccount, value: bank.account },
              bank !== null && { term: back.refundHolder, value: bank.holder },
              { term: words.reason, value: refund.reason },
              { term: back.refundBy, value: refund.askedBy.name },
              { term: words.startedAt, value: <Time value={refund.askedAt} style="dateTime" /> },
              refund.decidedBy !== null && { term: back.refundDecidedBy, value: refund.decidedBy.name },
              refund.rejectedWhy !== null && { term: back.refundRejectedWhy, value: refund.rejectedWhy },
              refund.code !== null && { term: back.refundCode, value: refund.code },
              refund.proof !== null && {
                term: back.refundProof,
                value: (
                  <a href={`${url}/proof`} download>
                    {refund.proof}
                  </a>
                ),
              },
              refund.paidOn !== null && {
                term: back.refundPaidOn,
                value: <Time value={refund.paidOn} style="date" />,
              },
              refund.reference !== null && { term: back.refundReference, value: refund.reference },
              refund.endedAt !== null && {
                term: back.refundEnded,
                value: <Time value={refund.endedAt} style="dateTime" />,
              },
            ]}
          />
        </Card>
        {refund.can.prove === true && <PayRefund url={url} refund={refund} />}
      </div>
    </>
  );
}

function Acts({ url, refund }: { url: string; refund: StaffRefund }) {
  const { desk: words } = useText();
  const { desk: back } = useBackText();
  const text = useKernelText();
  const format = useFormat();
  const [open, setOpen] = useState<'approve' | 'reject' | null>(null);
  const { can } = refund;
  const approve = useAct((body: object, key) => api.post<StaffRefund>(`${url}/approve`, body, key), {
    refresh,
    done: () => {
      setOpen(null);
      toast({ words: back.refundApproved });
    },
  });
  const check = useAct((body: object, key) => api.post<StaffRefund>(`${url}/check`, body, key), {
    refresh,
    done: ({ state }) => toast({ words: back.refundStates[state] }),
  });
  return (
    <>
      {can.approve === true && <Button onClick={() => setOpen('approve')}>{back.refundApprove}</Button>}
      <MoreMenu
        label={text.moreActions}
        groups={[
          [
            {
              label: back.refundCheck,
              icon: 'history',
              run: () => void check.run({}),
              reason: reason(can.check),
            },
            {
              label: back.refundApprove,
              icon: 'done',
              run: () => setOpen('approve'),
              reason: reason(can.approve),
            },
          ],
          [
            {
              label: back.refundReject,
              icon: 'close',
              destructive: true,
              run: () => setOpen('reject'),
              reason: reason(can.reject),
            },
          ],
        ]}
      />
      <ConfirmDialog
        open={open === 'approve'}
        onClose={() => setOpen(null)}
        title={back.refundApproveTitle(format.money(refund.amount))}
        effect={back.refundApproveEffect}
        verb={back.refundApprove}
        busy={approve.busy}
        onConfirm={() => void approve.run({})}
      />
      <ReasonDialog
        open={open === 'reject'}
        onClose={() => setOpen(null)}
        url={`${url}/reject`}
        refresh={refresh}
        title={back.refundReject}
        effect={back.refundRejectEffect}
        label={words.reason}
        hint={words.reasonHint}
        verb={back.refundReject}
        done={back.refundRejected}
        destructive
      />
    </>
  );
}
