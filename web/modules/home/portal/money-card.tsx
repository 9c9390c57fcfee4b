import type { Dashboard } from '../../../../server/modules/home/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';
import { OverviewCard } from './overview-card.tsx';

export function MoneyCard({ money }: { money: NonNullable<Dashboard['money']> }) {
  const { money: words } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const owed = money.currencies.filter((one) => one.openCount > 0);
  const count = owed.reduce((sum, one) => sum + one.openCount, 0);
  const credit = money.currencies.filter((one) => one.credit > 0);
  const next = money.due.find((invoice) => format.daysUntil(invoice.dueOn) >= 0) ?? money.due[0];
  const overdue = owed.reduce((sum, one) => sum + one.overdueCount, 0);
  const context =
    overdue > 0 && overdue === count
      ? words.overdue(overdue)
      : next
        ? words.context(count, format.relative(next.dueOn))
        : money.paidAbove && credit.length === 0
          ? words.paidAbove
          : credit
              .map((one) => words.credit(format.money({ amount: one.credit, currency: one.currency })))
              .join(' · ');
  return (
    <OverviewCard
      title={words.title}
      all={{ label: words.all, to: to.invoices() }}
      none={owed.length === 0}
      figure={
        owed.length === 0
          ? words.nothing
          : owed.map((one) => format.money({ amount: one.open, currency: one.currency })).join(' + ')
      }
      context={context}
      rows={money.due.slice(0, 3).map((invoice) => ({
        id: invoice.id,
        to: to.invoice(invoice.id),
        title: format.words(invoice.title),
        detail: invoice.number ?? words.draft,
        aside: (
          <span className="flex flex-col items-end gap-0.5">
            <span className="font-medium">
              <MoneyText value={invoice.balance} />
            </span>
            {invoice.status === 'overdue' ? (
              <StatusChip tone="danger">{words.late(-format.daysUntil(invoice.dueOn))}</StatusChip>
            ) : (
              <span className="text-13 text-muted">{format.relative(invoice.dueOn)}</span>
            )}
          </span>
        ),
      }))}
    />
  );
}
