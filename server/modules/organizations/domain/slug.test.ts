import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('a name becomes an address', () => {
  expect(slugOf('PT Maju Jaya, Tbk.')).toBe('pt-maju-jaya-tbk');
  expect(slugOf('Café Été')).toBe('cafe-ete');
  expect(slugOf('株式会社')).toBe('organization');
});

test('every name gives a slug the database accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const slug = slugOf(name);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(50);
    }),
  );
});
