import { expect, test } from 'vitest';
import { compile, nextOf } from './rules.ts';
import type { Conditions, Looked } from './rules.ts';

const ticket: Looked = {
  kind: 'problem',
  queue: 'technical',
  priority: 'high',
  status: 'new',
  language: null,
  tier: null,
  organization: 'o1',
  product: null,
  words: 'Situs mati total. Error 502?',
  tags: ['vip'],
  assigned: false,
};
const holds = (match: Conditions['match'], ...tests: Conditions['tests']) =>
  compile({ match, tests })(ticket);

test('all or any of the conditions, of every aspect, and their opposites', () => {
  expect(holds('all')).toBe(true);
  const yes = { of: 'kind', is: true, values: ['question', 'problem'] } as const;
  const no = { of: 'queue', is: false, values: ['technical'] } as const;
  expect([holds('all', yes), holds('all', yes, no), holds('any', yes, no), holds('any', no)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(holds('all', { of: 'tag', is: true, values: ['vip', 'x'] })).toBe(true);
  expect(holds('all', { of: 'tag', is: false, values: ['vip'] })).toBe(false);
  expect(holds('all', { of: 'assigned', is: false, values: [] })).toBe(true);
  expect(holds('all', { of: 'language', is: true, values: ['id'] })).toBe(false);
  expect(holds('all', { of: 'product', is: false, values: ['p1'] })).toBe(true);
  expect(holds('all', { of: 'organization', is: true, values: ['o1'] })).toBe(true);
});

test('words are whole ones, whatever they are made of', () => {
  const said = (...values: string[]) => holds('all', { of: 'words', is: true, values });
  expect([said('MATI'), said('mati  total'), said('502'), said('error 502?')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([said('mat'), said('.*'), said('02'), said('(')]).toEqual([false, false, false, false]);
});

test('no rule comes twice in a chain', () => {
  const rules = [
    { id: 'a', moment: 'changed' },
    { id: 'b', moment: 'changed' },
    { id: 'c', moment: 'opened' },
  ] as const;
  expect(nextOf(rules, 'changed', new Set(['a'])).map(({ id }) => id)).toEqual(['b']);
});
