import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date } from '../../../kernel/values/dates.ts';
import { dutiesFrom, onCallAt } from './on-call.ts';
import type { Rota } from './on-call.ts';

const weekly: Rota = {
  zone: 'Asia/Jakarta',
  turn: 'week',
  handover: '09:00',
  begins: date('2026-11-02'),
  people: ['ani', 'budi', 'citra'],
  swaps: [],
};

test('people take turns, hand over at their hour, and stand in for each other', () => {
  const at = (time: string) => onCallAt(weekly, new Date(time)).person;
  // 09:00 in Jakarta is 02:00 UTC
  expect([at('2026-11-02T01:59:59Z'), at('2026-11-02T02:00:00Z'), at('2026-11-09T02:00:00Z')]).toEqual([
    'citra',
    'ani',
    'budi',
  ]);
  const swapped = {
    ...weekly,
    swaps: [{ from: date('2026-11-04'), until: date('2026-11-05'), person: 'dewi' }],
  };
  const duties = dutiesFrom(swapped, new Date('2026-11-02T02:00:00Z'), 4);
  expect(duties.map(({ person, from }) => `${person} ${from.toISOString().slice(0, 10)}`)).toEqual([
    'ani 2026-11-02',
    'dewi 2026-11-04',
    'ani 2026-11-06',
    'budi 2026-11-09',
  ]);
  expect(onCallAt({ ...weekly, people: ['ani'] }, new Date('2030-01-01T00:00:00Z')).person).toBe('ani');
});

const rotas = fc.record({
  zone: fc.constantFrom(
    'Asia/Jakarta',
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  ),
  turn: fc.constantFrom('day' as const, 'week' as const),
  handover: fc.constantFrom('00:00', '00:30', '02:00', '02:30', '09:00', '23:59'),
  begins: fc.integer({ min: 0, max: 400 }).map((days) => addDays(date('2026-01-01'), days)),
  people: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
  swaps: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }).map((starts) =>
    [...new Set(starts)].map((start) => {
      const from = addDays(date('2026-03-01'), start * 5);
      return { from, until: addDays(from, 4), person: 'z' };
    }),
  ),
});
const instants = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 3, 1) })
  .map((at) => new Date(at));

test('at every instant exactly one is on call, and duties leave no gap, also where clocks are changed', () => {
  fc.assert(
    fc.property(rotas, instants, (rota, at) => {
      const duties = dutiesFrom(rota, at, 6);
      expect(duties[0]!.from <= at && at < duties[0]!.until).toBe(true);
      for (const [index, { person, from, until }] of duties.entries()) {
        expect(from < until).toBe(true);
        if (index > 0) expect(from).toEqual(duties[index - 1]!.until);
        // whoever is asked for any instant of a duty finds that duty
        const middle = new Date((from.getTime() + until.getTime()) / 2);
        for (const inside of [from, middle, new Date(until.getTime() - 1)])
          expect(onCallAt(rota, inside)).toMatchObject({ person, from, until });
      }
    }),
  );
});
