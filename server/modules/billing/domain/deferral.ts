import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { Draft } from '../invoice-draft.ts';

/** What of a line is for days to come, in minor units without tax, below zero for a reduction. `period`: null until its service begins. */
export interface DeferredLine {
  readonly organization: Id<'organization'>;
  readonly invoice: Id<'invoice'>;
  readonly position: number;
  readonly serviceId: string | null;
  readonly currency: Currency;
  readonly bookedOn: CalendarDate;
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate } | null;
  readonly amount: bigint;
}

/**
 * The lines of an invoice that are for time which is not over when it is issued. An order's first period has no days yet: it begins once it
 * is paid. Set-up, use and what staff write without days are earned at once; an invoice of nothing books nothing, so it defers nothing.
 */
export function deferredLines({
  invoice,
  lines,
  priced,
}: Pick<Draft, 'invoice' | 'lines' | 'priced'>): DeferredLine[] {
  if (invoice.total === 0n) return [];
  const { organization, id, currency, issuedOn: bookedOn } = invoice;
  return lines.flatMap(({ serviceId, period, why }, index) => {
    const { amount } = priced.lines[index]!.net;
    const begins =
      period === null && serviceId !== null && invoice.kind === 'order' && why?.kind === 'recurring';
    const ahead = begins || (period !== null && period.to > bookedOn);
    if (!ahead || amount === 0n) return [];
    return [
      { organization, invoice: id, position: index + 1, serviceId, currency, bookedOn, period, amount },
    ];
  });
}

/** What each invoice defers. */
export function deferredSums(lines: readonly DeferredLine[]): Map<Id<'invoice'>, bigint> {
  const sums = new Map<Id<'invoice'>, bigint>();
  for (const { invoice, amount } of lines) sums.set(invoice, (sums.get(invoice) ?? 0n) + amount);
  return sums;
}
