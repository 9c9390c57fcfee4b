import { expect, test } from 'vitest';
import { safeNext } from './safe-next.ts';

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  // Browsers drop these, and see two slashes.
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '\t//evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
])('leads nowhere else: %j', (next) => {
  expect(safeNext(next)).toBe('/');
});

test('leads where it should', () => {
  expect(safeNext('/o/acme/invoices?q=a%20b#top')).toBe('/o/acme/invoices?q=a%20b#top');
  expect(safeNext(null)).toBe('/');
});
