import { expect, test } from 'vitest';
import { addedSetup, sameChoices, selectionOf } from './chosen.ts';

const option = (code: string, value: string | number, setup = 0) => ({ code, value, setup });
const chosen = (options: object[], addons: object[] = []) => ({ options, addons }) as never;

test('what was chosen is read back as somebody chooses it', () => {
  const choices = chosen([option('ram', '8gb'), option('seats', 3)], [{ code: 'backups', setup: 5 }]);
  expect(selectionOf(choices)).toEqual({ options: { ram: '8gb', seats: 3 }, addons: ['backups'] });
  expect(selectionOf({})).toEqual({ options: {}, addons: [] });
});

test('prices and the order of add-ons make no other choice', () => {
  const one = chosen([option('ram', '8gb', 1)], [{ code: 'a' }, { code: 'b' }]);
  expect(sameChoices(one, chosen([option('ram', '8gb', 2)], [{ code: 'b' }, { code: 'a' }]))).toBe(true);
  expect(sameChoices(one, chosen([option('ram', '4gb')], [{ code: 'a' }, { code: 'b' }]))).toBe(false);
});

test('set-up is asked for what is new, for each unit, and not for another answer to the same question', () => {
  const before = chosen([option('ram', '4gb', 100)], [{ code: 'backups', setup: 50 }]);
  const after = chosen(
    [option('ram', '8gb', 200), option('license', 1, 30)],
    [
      { code: 'backups', setup: 50 },
      { code: 'monitoring', setup: 7 },
    ],
  );
  expect(addedSetup(before, after, 3)).toBe(111n);
  expect(addedSetup(after, before, 3)).toBe(0n);
});
