import { expect, test } from 'vitest';
import { stars, standingOf } from './answering.ts';
import { mayAsk } from './asking.ts';

const now = new Date('2026-03-20T02:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const rules = { on: true, everyDays: 14, queuesOff: ['billing'] };
const ticket = {
  status: 'closed',
  queue: 'general',
  firstAnswerAt: ago(2),
  there: true,
  lastAskedAt: null,
};

test('who was helped is asked once the ticket is closed, and never too often', () => {
  expect(mayAsk(ticket, rules, now)).toBe(true);
  expect(mayAsk({ ...ticket, lastAskedAt: ago(14) }, rules, now)).toBe(true);
  expect(mayAsk({ ...ticket, lastAskedAt: ago(13.99) }, rules, now)).toEqual({ no: 'asked_lately' });
});

test('nobody is asked about what is open, merged, unanswered, switched off, or who has left', () => {
  for (const status of ['open', 'resolved', 'merged', 'spam'])
    expect(mayAsk({ ...ticket, status }, rules, now)).toEqual({ no: 'not_closed' });
  expect(mayAsk({ ...ticket, firstAnswerAt: null }, rules, now)).toEqual({ no: 'never_answered' });
  expect(mayAsk({ ...ticket, there: false }, rules, now)).toEqual({ no: 'not_there' });
  expect(mayAsk({ ...ticket, queue: 'billing' }, rules, now)).toEqual({ no: 'queue_off' });
  expect(mayAsk(ticket, { ...rules, on: false }, now)).toEqual({ no: 'switched_off' });
});

test('an answer can be changed for a week, and given until the link ends', () => {
  const asked = { answeredAt: null, expiresAt: new Date('2026-04-01T00:00:00Z') };
  expect(standingOf(asked, now)).toBe('open');
  expect(standingOf({ ...asked, expiresAt: now }, now)).toBe('expired');
  expect(standingOf({ answeredAt: ago(6.99), expiresAt: ago(1) }, now)).toBe('given');
  expect(standingOf({ ...asked, answeredAt: ago(7) }, now)).toBe('final');
});

test('a score is seen at a glance', () => {
  expect([1, 4, 5].map(stars)).toEqual(['★☆☆☆☆', '★★★★☆', '★★★★★']);
});
