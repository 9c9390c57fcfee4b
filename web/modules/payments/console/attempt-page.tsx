import { useState } from 'react';
import type { StaffAttempt } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import type { Ability } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { AttemptState, useStatuses } from '../parts/attempt-state.tsx';
import { useBackText } from '../text/back.ts';
import { useText } from '../text/index.ts';

const to = consolePaths;
const reason = (ability: Ability) => (ability === true ? null : reasonWords(ability.no));

export function Page({ attemptId }: { attemptId: string }) {
  const { desk: words } = useText();
  const url = `/api/console/payment-attempts/${attemptId}`;
  const attempt = useData<StaffAttempt>(url, ['payments.', 'billing.receipt']);
  const { client, otherMoneyAt } = attempt;
  return (
    <>
      <PageHeader
        title={attempt.paidWith}
        crumbs={[
          { label: words.title, to: to.payments() },
          { label: words.tabs.attempts, to: to.paymentAttempts() },
        ]}
        state={<AttemptState status={attempt.status} />}
        lead={<Link to={to.client(client.id)}>{client.name}</Link>}
        act={<Check url={url} attempt={attempt} />}
        aside={<Acts url={url} attempt={attempt} />}
      />
      {otherMoneyAt && (
        <div className="mb-4">
          <Banner
            tone="attention"
            title={words.otherMoney}
            act={
              <LinkButton weight="secondary" to={to.unmatchedMoney({ state: 'waiting' })}>
                {words.otherMoneyAct}
              </LinkButton>
            }
          />
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Arrivals attempt={attempt} />
          <Told attempt={attempt} />
        </div>
        <Facts attempt={attempt} />
      </div>
    </>
  );
}

function Check({ url, attempt }: { url: string; attempt: StaffAttempt }) {
  const { desk: words } = useText();
  const statuses = useStatuses();
  const check = useAct((body: object, key) => api.post<StaffAttempt>(`${url}/check`, body, key), {
    refresh: [url],
    done: ({ status }) => toast({ words: words.checked(statuses[status]) }),
  });
  if (attempt.can.check !== true) return null;
  return (
    <Button wide icon="refresh" busy={check.busy} onClick={() => void check.run({})}>
      {words.check}
    </Button>
  );
}

function Acts({ url, attempt }: { url: string; attempt: StaffAttempt }) {
  const { desk: words } = useText();
  const text = useKernelText();
  const [asking, setAsking] = useState(false);
  const cancel = useAct((body: object, key) => api.post<StaffAttempt>(`${url}/cancel`, body, key), {
    refresh: [url],
    done: () => {
      setAsking(false);
      toast({ words: words.canceled });
    },
  });
  return (
    <>
      <MoreMenu
        label={text.moreActions}
        groups={[
          [
            {
              label: words.cancel,
              icon: 'close',
              destructive: true,
              run: () => setAsking(true),
              reason: reason(attempt.can.cancel),
            },
          ],
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.cancelTitle}
        effect={words.cancelEffect}
        verb={words.cancel}
        destructive
        busy={cancel.busy}
        onConfirm={() => void cancel.run({})}
      />
    </>
  );
}

function Facts({ attempt }: { attempt: StaffAttempt }) {
  const { desk: words, failures } = useText();
  const { purposes } = useBackText().desk;
  const { reference, failure, startedBy, invoices, refunded } = attempt;
  return (
    <Card>
      <DefinitionList
        facts={[
          { term: words.amount, value: <MoneyText value={attempt.amount} /> },
          {
            term: words.purpose,
            value:
              attempt.purpose === 'automatic' && invoices[0] ? (
                <Link to={to.automaticCharge(invoices[0].id)}>{purposes.automatic}</Link>
              ) : (
                purposes[attempt.purpose]
              ),
          },
          ...invoices.map(({ id, number }) => ({
            term: words.invoice,
            value: <Link to={to.invoice(id)}>{number ?? '–'}</Link>,
          })),
          { term: words.gateway, value: attempt.gateway },
          reference !== null && {
            term: words.reference,
            value: (
              <span className="inline-flex items-center gap-1">
                {reference}
                <CopyButton value={reference} what={words.reference} />
              </span>
            ),
          },
          { term: words.startedBy, value: startedBy?.name ?? words.bySystem },
          { term: words.startedAt, value: <Time value={attempt.startedAt} style="dateTime" /> },
          { term: words.expiresAt, value: <Time value={attempt.expiresAt} style="dateTime" /> },
          attempt.askAt !== null && {
            term: words.askAt,
            value: <Time value={attempt.askAt} style="dateTime" />,
          },
          refunded.amount > 0 && { term: words.refunded, value: <MoneyText value={refunded} /> },
        ]}
      />
      {failure && (
        <p className="mt-3 border-t border-line pt-3 text-13 text-danger">
          {words.failure(failure.message || failures[failure.class], failure.code)}
        </p>
      )}
    </Card>
  );
}

function Arrivals({ attempt: { payments } }: { attempt: StaffAttempt }) {
  const { desk: words } = useText();
  return (
    <Card title={words.arrivals} flush={payments.length > 0}>
      {payments.length === 0 ? (
        <p className="text-body text-muted">{words.noArrivals}</p>
      ) : (
        <ul className="divide-y divide-line text-body">
          {payments.map((payment) => (
            <li
              key={payment.id}
              className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5"
            >
              <span>
                <Link to={to.payment(payment.id)} className="font-medium">
                  {payment.receipt?.number ?? payment.invoice?.number ?? '–'}
                </Link>
                <span className="block text-13 text-muted">
                  <Time value={payment.receivedAt} style="dateTime" />
                </span>
              </span>
              <span className={payment.takenBackAt ? 'text-muted line-through' : 'font-medium'}>
                <MoneyText value={payment.amount} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Told({ attempt: { events } }: { attempt: StaffAttempt }) {
  const { desk: words } = useText();
  const statuses = useStatuses();
  const named = (all: Record<string, string>, key: string | null) => (key === null ? '–' : (all[key] ?? key));
  return (
    <Card title={words.told}>
      {events.length === 0 ? (
        <p className="text-body text-muted">{words.toldNothing}</p>
      ) : (
        <Timeline
          items={events.map(({ id, status, outcome, receivedAt }) => ({
            id,
            words: words.event(named(statuses, status)),
            at: receivedAt,
            icon: 'mail',
            detail: named(words.outcomes, outcome),
          }))}
        />
      )}
    </Card>
  );
}
