import type { TimeEntry } from '../../../../server/modules/worktime/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

/** Whether time is billed, and on which invoice. */
export function EntryState({ of: { billable, invoice } }: { of: TimeEntry }) {
  const { states } = useText();
  if (invoice)
    return (
      <span className="relative z-1 inline-flex flex-wrap items-center gap-2">
        <StatusChip tone="good">{states.billed}</StatusChip>
        {invoice.number && <Link to={consolePaths.invoice(invoice.id)}>{invoice.number}</Link>}
      </span>
    );
  return billable ? (
    <StatusChip tone="attention" icon="clock">
      {states.unbilled}
    </StatusChip>
  ) : (
    <StatusChip tone="neutral" icon="lock">
      {states.not_billable}
    </StatusChip>
  );
}
