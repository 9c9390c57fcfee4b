import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientAbilities, isSettled, queueFor, ticketStates } from './ticket-states.ts';

test('the database checks the same states', () => {
  const migration = readFileSync(
    new URL('../migrations/20261128-0600-ticket-properties.sql', import.meta.url),
    'utf8',
  );
  expect(migration).toContain(ticketStates.sqlCheck('status'));
});

test('from every state a ticket can be settled, or taken up again', () => {
  for (const state of ticketStates.all) {
    const settle = ticketStates.canMove(state, 'resolved') || ticketStates.canMove(state, 'closed');
    expect(ticketStates.canMove(state, 'new')).toBe(false);
    if (state === 'merged') continue;
    expect([state, settle || ticketStates.canMove(state, 'open')]).toEqual([state, true]);
    if (isSettled(state)) expect(ticketStates.canMove(state, 'open')).toBe(true);
  }
});

test('what was merged stays merged', () => {
  expect(ticketStates.all.filter((state) => ticketStates.canMove('merged', state))).toEqual([]);
  expect(isSettled('merged') && isSettled('spam')).toBe(true);
});

test('a client closes what is not closed', () => {
  expect(clientAbilities('resolved')).toEqual({ close: true });
  expect(clientAbilities('closed')).toEqual({ close: { no: 'already_closed' } });
  expect(clientAbilities('spam')).toEqual({ close: { no: 'already_closed' } });
});

test('a ticket waits where it belongs', () => {
  expect(queueFor({ queue: 'sales', invoiceId: 'x' })).toBe('sales');
  expect(queueFor({ invoiceId: 'x', serviceId: 'y' })).toBe('billing');
  expect(queueFor({ serviceId: 'y' })).toBe('technical');
  expect(queueFor({})).toBe('general');
});
