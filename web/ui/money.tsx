import type { Money } from '../kernel/format/money.ts';
import { useFormat } from '../kernel/format/use-format.ts';

/** A sum; never broken over two lines. */
export function MoneyText({ value }: { value: Money }) {
  return <span className="whitespace-nowrap tabular-nums">{useFormat().money(value)}</span>;
}
