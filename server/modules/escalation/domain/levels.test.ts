import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastLevel, nextOf } from './levels.ts';

test('what nobody acknowledges goes up, is told again a few times at the top, and ends', () => {
  const seen = [];
  let now = { level: 1, repeated: 0 };
  for (;;) {
    const next = nextOf(now, 2);
    seen.push(`${next.what} ${next.level}`);
    if (next.what === 'exhausted') break;
    now = next;
  }
  expect(seen).toEqual(['raised 2', 'raised 3', 'repeated 3', 'repeated 3', 'exhausted 3']);
});

test('it ends after as many steps as levels and repeats allow, wherever it began', () => {
  const numbers = fc.record({
    level: fc.integer({ min: 0, max: lastLevel }),
    repeated: fc.integer({ min: 0, max: 20 }),
    repeats: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(numbers, ({ level, repeated, repeats }) => {
      let steps = 0;
      for (let next = nextOf({ level, repeated }, repeats); next.what !== 'exhausted'; steps++) {
        expect(next.level).toBeLessThanOrEqual(lastLevel);
        next = nextOf(next, repeats);
      }
      expect(steps).toBe(lastLevel - level + Math.max(0, repeats - repeated));
    }),
  );
});
