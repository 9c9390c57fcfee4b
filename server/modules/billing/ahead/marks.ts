import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { HappeningFacts, HappeningKind } from './happening.ts';
import { isBefore, tell } from './live.ts';
import type { Due, Play } from './live.ts';

/** What comes into force on a day that is known, in order: announced prices, agreed changes, ends of promotions. */
export function marksOf(play: Play): Due[] {
  const marks: Due[] = [];
  for (const live of play.services.values()) {
    const { coming, nextTerms, discounts, recurring, currency } = live.service;
    const mark = (on: CalendarDate, kind: HappeningKind, amount: bigint | null, facts: HappeningFacts) => {
      if (on <= play.clock.on) return;
      marks.push({
        moment: { on, at: '00:00' },
        order: 1,
        happen() {
          const sum = amount === null ? {} : { amount, currency };
          if (!live.ended) tell(play, kind, { services: [live.named], ...sum, facts });
        },
      });
    };
    if (nextTerms) mark(nextTerms.on, 'terms', nextTerms.recurring, { before: recurring });
    if (coming && !(nextTerms && nextTerms.on <= coming.on))
      mark(coming.on, 'price', coming.recurring, { before: recurring });
    for (const { until } of discounts) if (until) mark(until, 'promotion_end', null, {});
  }
  return marks.toSorted((a, b) => (isBefore(a.moment, b.moment) ? -1 : isBefore(b.moment, a.moment) ? 1 : 0));
}
