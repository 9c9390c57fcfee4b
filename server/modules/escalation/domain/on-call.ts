import { addDays, dateIn, daysBetween, instantAt } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';

/** Somebody stands in, from one day of duty up to and with another. A day of duty begins at the hour of handing over. */
export interface Swap {
  from: CalendarDate;
  until: CalendarDate;
  person: string;
}

/** People in turns of a day or seven, the first from `begins`. No two swaps share a day. */
export interface Rota {
  zone: string;
  turn: 'day' | 'week';
  /** 'HH:MM' of its zone. */
  handover: string;
  begins: CalendarDate;
  people: readonly string[];
  swaps: readonly Swap[];
}

/** `until` is not in it. */
export interface Duty {
  person: string;
  from: Date;
  until: Date;
  /** In place of another. */
  swapped: boolean;
}

/** Who is on call at an instant, and whose duties follow: each begins when the one before it ends. */
export function dutiesFrom(rota: Rota, at: Date, count: number): Duty[] {
  const duties: Duty[] = [];
  let day = firstDay(rota, dayOfDuty(rota, at));
  while (duties.length < count) {
    let end = addDays(day, 1);
    while (sameDuty(rota, day, end)) end = addDays(end, 1);
    const { person, swapped } = onDay(rota, day);
    duties.push({ person, swapped, from: handoverOn(rota, day), until: handoverOn(rota, end) });
    day = end;
  }
  return duties;
}

export function onCallAt(rota: Rota, at: Date): Duty {
  return dutiesFrom(rota, at, 1)[0]!;
}

const handoverOn = ({ handover, zone }: Rota, day: CalendarDate) => instantAt(day, handover, zone);

/** The day whose handing over was the last before or at an instant. */
function dayOfDuty(rota: Rota, at: Date): CalendarDate {
  const today = dateIn(rota.zone, at);
  return handoverOn(rota, today) <= at ? today : addDays(today, -1);
}

function firstDay(rota: Rota, day: CalendarDate): CalendarDate {
  let first = day;
  while (sameDuty(rota, addDays(first, -1), day)) first = addDays(first, -1);
  return first;
}

const turnOf = ({ turn, begins }: Rota, day: CalendarDate) =>
  Math.floor(daysBetween(begins, day) / (turn === 'week' ? 7 : 1));

function onDay(rota: Rota, day: CalendarDate): { person: string; swapped: boolean } {
  const swap = rota.swaps.find(({ from, until }) => from <= day && day <= until);
  if (swap) return { person: swap.person, swapped: true };
  const { length } = rota.people;
  return { person: rota.people[((turnOf(rota, day) % length) + length) % length]!, swapped: false };
}

/** Whether one person's duty holds both days, within one turn. */
function sameDuty(rota: Rota, a: CalendarDate, b: CalendarDate): boolean {
  const [one, other] = [onDay(rota, a), onDay(rota, b)];
  return turnOf(rota, a) === turnOf(rota, b) && one.person === other.person && one.swapped === other.swapped;
}

/** Whether two swaps share a day. */
export function overlap(a: Pick<Swap, 'from' | 'until'>, b: Pick<Swap, 'from' | 'until'>): boolean {
  return a.from <= b.until && b.from <= a.until;
}
