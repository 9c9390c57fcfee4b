import { expect, it } from 'vitest';
import { goesWithoutSaying } from './goes-without-saying.ts';

const at = '2026-03-01T10:00:00.000Z';
const change = (from: string, to: string, happenedAt = at) => ({
  id: 'f',
  name: 'support.status-changed',
  data: { from, to, by: 'staff' },
  by: null,
  happenedAt,
});

it.each([
  ['a reply that hands the turn over', change('open', 'waiting_customer'), true],
  ['the first answer', change('new', 'waiting_customer'), true],
  ['a reply that solves it', change('open', 'resolved'), false],
  ['a reply that opens it again', change('closed', 'open'), false],
  ['a choice without a message', change('open', 'waiting_customer', '2026-03-01T10:00:01.000Z'), false],
  [
    'something else at that instant',
    { ...change('open', 'waiting_customer'), name: 'support.kind-changed' },
    false,
  ],
])('%s: %j is silent: %s', (_name, fact, silent) => {
  expect(goesWithoutSaying(fact, new Set([at]))).toBe(silent);
});
