import { expect, test } from 'vitest';
import { unusualAbout } from './unusual.ts';

const usual = { first: false, deviceKnown: true, country: 'ID', countryKnown: true };

test.each([
  [usual, null],
  [{ ...usual, first: true, deviceKnown: false, countryKnown: false }, null],
  [{ ...usual, deviceKnown: false }, 'new_device'],
  [{ ...usual, countryKnown: false }, 'new_country'],
  [{ ...usual, deviceKnown: false, countryKnown: false }, 'new_country'],
  [{ ...usual, country: null, countryKnown: false }, null],
  [{ ...usual, country: null, countryKnown: false, deviceKnown: false }, 'new_device'],
] as const)('%j: %s', (signIn, told) => expect(unusualAbout(signIn)).toBe(told));
