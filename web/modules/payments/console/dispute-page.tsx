import { useState } from 'react';
import type { StaffDispute } from '../../../../server/modules/payments/dispute-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import type { Ability } from '../../../kernel/session/can.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { DisputeState, disputeLooks } from '../parts/dispute-state.tsx';
import { useDisputeText } from '../text/desk-dispute.ts';
import { useText } from '../text/index.ts';

const reason = (ability: Ability) => (ability === true ? null : reasonWords(ability.no));

export function Page({ disputeId }: { disputeId: string }) {
  const { desk } = useText();
  const words = useDisputeText();
  const format = useFormat();
  const url = `/api/console/disputes/${disputeId}`;
  const dispute = useData<StaffDispute>(url, ['payments.dispute', 'billing.invoice']);
  const isWaiting = dispute.state === 'inquiry' || dispute.state === 'needs_response';
  return (
    <>
      <PageHeader
        title={words.one(format.money(dispute.amount))}
        crumbs={[
          { label: desk.title, to: to.payments() },
          { label: words.title, to: to.disputes() },
        ]}
        state={<DisputeState state={dispute.state} />}
        lead={<Link to={to.client(dispute.client.id)}>{dispute.client.name}</Link>}
        aside={<Acts url={url} dispute={dispute} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={words.next}>
            <p className="text-body">{words.todo[dispute.state]}</p>
            {isWaiting && (
              <p className="mt-2 text-body font-medium">
                {words.due}: {dispute.dueAt ? <Time value={dispute.dueAt} style="dateTime" /> : words.noDue}
              </p>
            )}
          </Card>
          <Slot name="dispute.sections" with={{ disputeId }} />
          <Card title={words.history}>
            <Timeline items={happenings(dispute, words, format.money)} />
          </Card>
        </div>
        <div className="flex flex-col gap-4">
          <Money dispute={dispute} />
          <Facts dispute={dispute} />
        </div>
      </div>
    </>
  );
}

function happenings(
  { news }: StaffDispute,
  words: ReturnType<typeof useDisputeText>,
  money: (sum: StaffDispute['amount']) => string,
) {
  return news.map(({ id, heardAt, state, withdrawn, returned, fee }) => ({
    id,
    at: heardAt,
    words: words.happened[state],
    tone: disputeLooks[state].tone,
    icon: disputeLooks[state].icon ?? ('done' as const),
    detail: [
      withdrawn.amount > 0 && words.took(money(withdrawn)),
      returned.amount > 0 && words.gave(money(returned)),
      fee.amount > 0 && words.cost(money(fee)),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}

function Money({ dispute }: { dispute: StaffDispute }) {
  const words = useDisputeText();
  const { payment } = dispute;
  return (
    <Card title={words.money}>
      <DefinitionList
        facts={[
          { term: words.disputed, value: <MoneyText value={dispute.amount} /> },
          { term: words.withdrawn, value: <MoneyText value={dispute.withdrawn} /> },
          { term: words.returned, value: <MoneyText value={dispute.returned} /> },
          { term: words.fee, value: <MoneyText value={dispute.fee} /> },
          payment !== null &&
            payment.refunded.amount > 0 && {
              term: words.refunded,
              value: <MoneyText value={payment.refunded} />,
            },
        ]}
      />
      {payment !== null && payment.refunded.amount > 0 && (
        <p className="mt-3 text-13 text-muted">{words.refundedHint}</p>
      )}
    </Card>
  );
}

function Facts({ dispute }: { dispute: StaffDispute }) {
  const words = useDisputeText();
  const format = useFormat();
  const { payment, invoices, submittedAt, submittedBy, acceptedBy } = dispute;
  return (
    <Card title={words.facts}>
      <DefinitionList
        facts={[
          { term: words.reason, value: words.reasons[dispute.reason] },
          { term: words.code, value: dispute.code },
          { term: words.reference, value: <span className="break-all">{dispute.reference}</span> },
          {
            term: words.payment,
            value: payment ? (
              <Link to={to.payment(payment.id)}>
                <MoneyText value={payment.amount} />
              </Link>
            ) : (
              words.noPayment
            ),
          },
          { term: words.paidWith, value: dispute.paidWith },
          invoices.length > 0 && {
            term: words.invoice,
            value: (
              <ul>
                {invoices.map(({ id, number, open }) => (
                  <li key={id}>
                    <Link to={to.invoice(id)}>{number ?? '–'}</Link>
                    {open.amount > 0 && (
                      <span className="text-13 text-muted"> · {words.openOn(format.money(open))}</span>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          { term: words.heard, value: <Time value={dispute.heardAt} style="dateTime" /> },
          submittedAt !== null && {
            term: words.answered,
            value: (
              <>
                <Time value={submittedAt} style="dateTime" />
                {submittedBy && ` · ${submittedBy.name}`}
              </>
            ),
          },
          acceptedBy !== null && { term: words.acceptedBy, value: acceptedBy.name },
        ]}
      />
    </Card>
  );
}

function Acts({ url, dispute }: { url: string; dispute: StaffDispute }) {
  const words = useDisputeText();
  const text = useKernelText();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const refresh = ['/api/console/disputes', '/api/console/dispute-concerns', '/api/console/invoices'];
  const accept = useAct((body: object, key) => api.post<StaffDispute>(`${url}/accept`, body, key), {
    refresh,
    done: () => {
      setAsking(false);
      toast({ words: words.acceptDone });
    },
  });
  const check = useAct((body: object, key) => api.post<StaffDispute>(`${url}/check`, body, key), {
    refresh,
    done: ({ state }) => toast({ words: words.states[state] }),
  });
  return (
    <>
      <MoreMenu
        label={text.moreActions}
        groups={[
          [
            {
              label: words.check,
              icon: 'history',
              run: () => void check.run({}),
              reason: reason(dispute.can.check),
            },
          ],
          [
            {
              label: words.accept,
              icon: 'close',
              destructive: true,
              run: () => setAsking(true),
              reason: reason(dispute.can.accept),
            },
          ],
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.acceptTitle(format.money(dispute.amount))}
        effect={words.acceptEffect}
        verb={words.accept}
        busy={accept.busy}
        onConfirm={() => void accept.run({})}
      />
    </>
  );
}
