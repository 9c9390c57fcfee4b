import { expect, test } from 'vitest';
import { calledBy, namedApart } from './called.ts';

const choices = {
  options: [
    { kind: 'select', value: 'jakarta' },
    { kind: 'text', value: 'toko.example' },
    { kind: 'text', value: 'other.example' },
  ],
};

test.each([
  ['what its client calls it comes first', { label: 'Shop', choices }, 'Shop'],
  ['the first text that was chosen', { label: '', choices }, 'toko.example'],
  ['what was not chosen', { label: '', choices: { options: [{ kind: 'quantity', value: 4 }] } }, ''],
  ['nothing to choose', { label: '', choices: {} }, ''],
])('%s', (_, service, called) => expect(calledBy(service)).toBe(called));

test('a name stands alone where nothing tells it apart', () => {
  expect([namedApart('Hosting', ''), namedApart('Hosting', 'toko.example')]).toEqual([
    'Hosting',
    'Hosting (toko.example)',
  ]);
});
