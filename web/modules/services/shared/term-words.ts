import type { AgreedTermOut, BillDayOut, TermOut } from '../../../../server/modules/catalog/term-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useText } from '../text/term.ts';

/** In months. */
export const cycleLengths = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
  biennial: 24,
  triennial: 36,
  one_time: 0,
};

/** A plan’s term in one cycle and currency, as the server agrees on it; null where it has none. */
export function termIn(
  term: TermOut,
  cycle: keyof typeof cycleLengths,
  currency: string,
): AgreedTermOut | null {
  const months =
    term && cycleLengths[cycle] > 0 ? Math.floor(term.months / cycleLengths[cycle]) * cycleLengths[cycle] : 0;
  if (!term || months === 0) return null;
  const { follows, noticeDays, early } = term;
  const same = { months, follows, noticeDays };
  if (early.kind !== 'fixed') return { ...same, early };
  const amount = early.amounts.find((one) => one.currency === currency)?.amount ?? 0;
  return { ...same, early: { kind: 'fixed', amount } };
}

/** “12-month term, then it continues from period to period; leaving early costs 50% of what remains”. */
export function useTermWords() {
  const words = useText();
  const format = useFormat();
  const early = (fee: AgreedTermOut['early'], currency: string) => {
    if (fee.kind === 'not') return words.early.not;
    if (fee.kind === 'percent') return words.early.percent(format.percent(fee.percent / 10_000));
    return fee.amount === 0
      ? words.early.free
      : words.early.fixed(format.money({ amount: fee.amount, currency }));
  };
  const whole = ({ months, follows, noticeDays, early: fee }: AgreedTermOut, currency: string) =>
    `${words.length(months)}, ${words.next[follows](format.number(noticeDays))}; ${early(fee, currency)}`;
  /** “on day 1 of the month”. */
  const billedOn = ({ day }: NonNullable<BillDayOut>) =>
    day === 31 ? words.billDay.last : words.billDay.on(format.number(day));
  /** “12-month term”, “Billed on day 1 of the month”, where a plan has such. */
  const brief = ({ term, billDay }: { term: TermOut; billDay: BillDayOut }) => [
    ...(term ? [words.length(term.months)] : []),
    ...(billDay ? [`${words.billDay.title} ${billedOn(billDay)}`] : []),
  ];
  /** What buyers read of it; null where it is billed on the day it begins. */
  const billed = (billDay: BillDayOut) => billDay && words.billDay.store(billedOn(billDay));
  /** The days of a period, whose end is the first day after it. */
  const days = ({ from, to }: { from: string; to: string }) =>
    `${format.date(from)} – ${format.date(new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10))}`;
  return { whole, brief, early, billedOn, billed, days };
}
