import { divide } from '../../../kernel/values/money.ts';

/** How work is billed: rounded up to whole steps, and no less than so many minutes for a ticket that was not billed before. */
export interface Rounding {
  stepMinutes: number;
  minimumMinutes: number;
}

export interface Worked {
  id: string;
  ticket: string;
  minutes: number;
}

export interface WorkLine {
  ticket: string;
  /** The entries that it bills, in their order. */
  entries: string[];
  /** What was worked, and what is billed for it. */
  worked: number;
  minutes: number;
}

const upTo = (step: number, minutes: number): number => Math.ceil(minutes / step) * step;

/**
 * Lines for work, in the order of the entries: one for each ticket or one for each entry. Every line is rounded up to whole steps. Where a
 * ticket's lines come to less than its minimum, its last one is raised to it. `before`: tickets that were billed before, which have no
 * minimum any more.
 */
export function workLines(
  entries: readonly Worked[],
  by: 'ticket' | 'entry',
  { stepMinutes, minimumMinutes }: Rounding,
  before: ReadonlySet<string>,
): WorkLine[] {
  const lines = new Map<string, WorkLine>();
  for (const { id, ticket, minutes } of entries) {
    const key = by === 'ticket' ? ticket : id;
    const line = lines.get(key) ?? { ticket, entries: [], worked: 0, minutes: 0 };
    line.entries.push(id);
    line.worked += minutes;
    lines.set(key, line);
  }
  const all = [...lines.values()];
  for (const line of all) line.minutes = upTo(stepMinutes, line.worked);
  for (const ticket of new Set(all.map((line) => line.ticket))) {
    if (before.has(ticket)) continue;
    const own = all.filter((line) => line.ticket === ticket);
    const sum = own.reduce((total, { minutes }) => total + minutes, 0);
    own.at(-1)!.minutes += Math.max(0, upTo(stepMinutes, minimumMinutes) - sum);
  }
  return all;
}

/** What so many minutes cost at an hourly rate, in minor units: half a unit counts as a whole one. */
export function priceOf(minutes: number, hourly: bigint): bigint {
  return divide(BigInt(minutes) * hourly, 60n, 'halfAwayFromZero');
}

/** The same as a quantity of hours or of minutes, where that is exact; else as one sum. */
export function asQuantity(
  minutes: number,
  hourly: bigint,
): { quantity: number; unitPrice: bigint; unit?: 'HUR' | 'MIN' } {
  if (minutes % 60 === 0) return { quantity: minutes / 60, unitPrice: hourly, unit: 'HUR' };
  if (hourly % 60n === 0n) return { quantity: minutes, unitPrice: hourly / 60n, unit: 'MIN' };
  return { quantity: 1, unitPrice: priceOf(minutes, hourly) };
}

export interface Rate {
  currency: string;
  /** Minor units. */
  hourly: number;
  tierId: string | null;
  organizationId: string | null;
}

/** The client's own rate, else its tier's, else the one for everybody; null where there is none in this currency. */
export function rateFor(
  rates: readonly Rate[],
  client: { id: string; tierId: string | null; currency: string },
): bigint | null {
  const here = rates.filter(({ currency }) => currency === client.currency);
  const found =
    here.find(({ organizationId }) => organizationId === client.id) ??
    here.find(
      ({ organizationId, tierId }) => !organizationId && tierId !== null && tierId === client.tierId,
    ) ??
    here.find(({ organizationId, tierId }) => !organizationId && !tierId);
  return found ? BigInt(found.hourly) : null;
}

/** Minutes of a timer: each that has begun counts, one at least, and no more than a day has. */
export function minutesBetween(started: Date, stopped: Date): number {
  const minutes = Math.ceil((stopped.getTime() - started.getTime()) / 60_000);
  return Math.min(Math.max(minutes, 1), 1440);
}
