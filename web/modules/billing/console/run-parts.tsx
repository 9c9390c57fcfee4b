import type { BillingRun } from '../../../../server/modules/billing/run-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/desk-run.ts';

export function RunState({ run }: { run: BillingRun }) {
  const words = useText();
  if (!run.finishedAt) return <StatusChip tone="info">{words.running}</StatusChip>;
  if (run.held > 0) return <StatusChip tone="attention">{words.held}</StatusChip>;
  return <StatusChip tone="good">{words.done}</StatusChip>;
}

export function Progress({ run }: { run: BillingRun }) {
  const words = useText();
  const format = useFormat();
  const { lookedAt, due } = run;
  return (
    <>
      {words.of(format.number(lookedAt), format.number(Math.max(due, lookedAt)))}
      {!run.finishedAt && (
        <progress
          className="ms-2 w-24 align-middle accent-(--accent)"
          aria-label={words.progress}
          value={lookedAt}
          max={Math.max(due, lookedAt, 1)}
        />
      )}
    </>
  );
}

/** One line for each currency. */
export function Totals({ sums }: { sums: readonly { amount: number; currency: string }[] }) {
  return sums.map((sum) => (
    <span key={sum.currency} className="block">
      <MoneyText value={sum} />
    </span>
  ));
}
