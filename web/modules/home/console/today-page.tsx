import type { Today } from '../../../../server/modules/home/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { type Path } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { CardSkeleton } from '../../../ui/skeletons.tsx';
import { useText } from '../text/index.ts';
import { FirstSteps } from './first-steps.tsx';
import { WaitingCard, type WaitingRow } from './waiting-card.tsx';

interface Group {
  title: string;
  to: Path;
  rows: WaitingRow[];
}

/** What waits for staff at this moment, by queue, each figure a way into it. */
export function Page() {
  const { today: words } = useText();
  const today = useData<Today>('/api/console/today', [
    'support.',
    'billing.',
    'payments.',
    'orders.',
    'provisioning.',
  ]);
  const groups = useQueues(today);
  const waiting = groups
    .flatMap((group) => group.rows)
    .reduce((sum, row) => sum + (row.calm ? 0 : row.count), 0);
  const untouched = groups.every((group) => group.rows.every((row) => row.count === 0));
  return (
    <>
      <PageHeader title={words.title} lead={waiting > 0 ? words.some(waiting) : words.calm} />
      {untouched && <FirstSteps />}
      <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4">
        {groups.map((group) => (
          <WaitingCard key={group.title} {...group} />
        ))}
        <Slot name="console.cards" with={{}} fallback={<CardSkeleton />} />
      </div>
    </>
  );
}

function useQueues({ tickets, tasks, money, orders, mails, clients }: Today): Group[] {
  const { today: words } = useText();
  const to = consolePaths;
  const groups: (Group | null)[] = [
    tickets && {
      title: words.tickets,
      to: to.tickets(),
      rows: [
        {
          label: words.unassigned,
          count: tickets.unassigned,
          to: to.tickets({ assignee: 'none', status: 'active' }),
        },
        {
          label: words.mine,
          count: tickets.mine,
          to: to.tickets({ assignee: 'me', status: 'active' }),
        },
        { label: words.waiting, count: tickets.waiting, to: to.tickets({ sort: 'waiting' }) },
      ],
    },
    money && {
      title: words.money,
      to: to.payments(),
      rows: [
        { label: words.transfers, count: money.transfers, to: to.transfers({ state: 'reported' }) },
        { label: words.unmatched, count: money.unmatched, to: to.unmatchedMoney({ state: 'waiting' }) },
        { label: words.refunds, count: money.refunds, to: to.refunds({ state: 'waiting' }) },
        ...(money.deskCredit === null
          ? []
          : [{ label: words.deskCredit, count: money.deskCredit, to: to.creditAsks({ state: 'waiting' }) }]),
        { label: words.overdue, count: money.overdueCount, to: to.invoices({ status: 'overdue' }) },
      ],
    },
    orders && {
      title: words.orders,
      to: to.orders(),
      rows: [
        { label: words.pending, count: orders.pending, to: to.orders() },
        { label: words.inProgress, count: orders.inProgress, to: to.orders(), calm: true },
      ],
    },
    tasks && {
      title: words.tasks,
      to: to.provisioning(),
      rows: [
        { label: words.openTasks, count: tasks.open, to: to.provisioning() },
        { label: words.failing, count: tasks.failing, to: to.provisioning(), alarming: true },
      ],
    },
    mails && {
      title: words.mails,
      to: to.outbox(),
      rows: [{ label: words.failedMails, count: mails.failed, to: to.outbox(), alarming: true }],
    },
    {
      title: words.clients,
      to: to.clients(),
      rows: [{ label: words.joined, count: clients.joined, to: to.clients(), calm: true }],
    },
  ];
  return groups.filter((group) => group !== null);
}
