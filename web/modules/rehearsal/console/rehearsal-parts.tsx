import type { Rehearsal, Sum } from '../../../../server/modules/rehearsal/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/desk.ts';
import type { Kind } from './happening.tsx';

export function State({ of }: { of: Rehearsal }) {
  const words = useText();
  if (!of.finishedAt) return <StatusChip tone="info">{words.running}</StatusChip>;
  if (of.canceled) return <StatusChip tone="neutral">{words.canceled}</StatusChip>;
  return <StatusChip tone="good">{words.done}</StatusChip>;
}

export function Progress({ of: { lookedAt, clients, finishedAt } }: { of: Rehearsal }) {
  const words = useText();
  const format = useFormat();
  const all = Math.max(clients, lookedAt);
  return (
    <>
      {words.of(format.number(lookedAt), format.number(all))}
      {!finishedAt && (
        <progress
          className="ms-2 w-24 align-middle accent-(--accent)"
          aria-label={words.progress}
          value={lookedAt}
          max={Math.max(all, 1)}
        />
      )}
    </>
  );
}

/** How far it looks, and what it supposes, in words. */
export function useSupposed(): (of: Pick<Rehearsal, 'assumption' | 'days' | 'lateDays'>) => string {
  const words = useText();
  return ({ assumption, days, lateDays }) => {
    const supposed =
      assumption === 'late' ? words.assumedOfAll.late(lateDays ?? 0) : words.assumedOfAll[assumption];
    return `${words.days(days)}: ${words.supposeAll.toLocaleLowerCase()} ${supposed}`;
  };
}

/** Of some kinds together, one line for each currency. */
export function Totals({ sums, of }: { sums: readonly Sum[]; of: readonly Kind[] }) {
  const all = new Map<string, number>();
  for (const { kind, amount } of sums)
    if (amount && of.includes(kind))
      all.set(amount.currency, (all.get(amount.currency) ?? 0) + amount.amount);
  return [...all].map(([currency, amount]) => (
    <span key={currency} className="block">
      <MoneyText value={{ amount, currency }} />
    </span>
  ));
}

export const countOf = (sums: readonly Sum[], of: Kind): number =>
  sums.reduce((all, { kind, count }) => (kind === of ? all + count : all), 0);
