import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctableUntil, mayCorrect } from './may-correct.ts';

const postedAt = new Date('2026-11-23T03:00:00Z');
const at = (minutes: number) => new Date(postedAt.getTime() + minutes * 60_000);
const own = { own: true, author: 'client', postedAt, redacted: false, answered: false } as const;

test('an author corrects what they wrote until the time is over', () => {
  expect(mayCorrect(own, 15, postedAt)).toBe(true);
  expect(mayCorrect(own, 15, new Date(at(15).getTime() - 1))).toBe(true);
  expect(mayCorrect(own, 15, at(15))).toBe('correction_too_late');
  expect(mayCorrect({ ...own, own: false }, 15, postedAt)).toBe('not_your_message');
  expect(mayCorrect({ ...own, redacted: true }, 15, postedAt)).toBe('message_redacted');
  expect(mayCorrect(own, 0, postedAt)).toBe('corrections_off');
});

test('an answer ends it for a client, not for staff', () => {
  expect(mayCorrect({ ...own, answered: true }, 15, postedAt)).toBe('already_answered');
  expect(mayCorrect({ ...own, author: 'staff', answered: true }, 15, postedAt)).toBe(true);
});

const anyMessage = fc.record({
  own: fc.boolean(),
  author: fc.constantFrom('client' as const, 'staff' as const),
  postedAt: fc.constant(postedAt),
  redacted: fc.boolean(),
  answered: fc.boolean(),
});

test('it may be corrected exactly before the time that the page is told', () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(10_080), fc.nat(20_000), (message, minutes, later) => {
      const until = correctableUntil(message, minutes);
      const now = at(later);
      expect(mayCorrect(message, minutes, now) === true).toBe(until !== null && now < until);
    }),
  );
});

test('more time never takes a right away', () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(500), fc.nat(500), fc.nat(1000), (message, minutes, more, later) => {
      if (mayCorrect(message, minutes, at(later)) === true)
        expect(mayCorrect(message, minutes + more, at(later))).toBe(true);
    }),
  );
});
