import { expect, test } from 'vitest';
import { date } from '../../../kernel/values/dates.ts';
import { reasonsToHold } from './run-bounds.ts';
import type { Looked, RunBounds } from './run-bounds.ts';

const bounds: RunBounds = {
  mostInvoices: 3,
  timesLargest: 10,
  daysPast: 30,
  needsAddress: true,
  needsTaxNumber: true,
  needsTaxRule: true,
};
const usual: Looked = {
  total: 100n,
  charged: 100n,
  taxes: [],
  begins: date('2026-03-15'),
  nth: 1,
  largest: 100n,
  buyer: { address: 'Jakarta', taxId: '0123' },
  ground: {
    seller: {
      country: 'ID',
      region: '',
      registered: [{ from: '2020-01-01', until: null }],
      oneStopShop: false,
    },
    buyer: { country: 'ID', kind: 'business' },
    on: date('2026-03-01'),
    rules: [],
    inclusive: false,
    rounding: 'invoice',
  },
};
const held = (over: Partial<Looked>, of = bounds) => reasonsToHold({ ...usual, ...over }, of);

test('what is usual is billed', () => {
  expect(held({})).toEqual([]);
  expect(held({ total: 1_000n })).toEqual([]);
  expect(held({ total: 10n ** 15n, largest: 0n })).toEqual([]);
  expect(held({ total: 0n, charged: 0n })).toEqual([]);
  expect(held({ begins: date('2026-01-30') })).toEqual([]);
});

test('each bound has its reason', () => {
  expect(held({ nth: 4 })).toEqual(['many']);
  expect(held({ total: 1_001n })).toEqual(['large']);
  expect(held({ total: 0n })).toEqual(['nothing']);
  expect(held({ total: null })).toEqual(['nothing']);
  expect(held({ begins: date('2026-01-29') })).toEqual(['long_past']);
  expect(held({ buyer: { address: ' ', taxId: '' } })).toEqual(['no_address', 'no_tax_number']);
  const untaxed = { rule: null, category: 'standard' } as Looked['taxes'][number];
  expect(held({ taxes: [untaxed] })).toEqual(['no_tax_rule']);
  expect(held({ taxes: [{ ...untaxed, category: 'outside' }] })).toEqual([]);
});

test('nothing is asked of taxes where the business charges none, and nothing where nobody wants to know', () => {
  const unregistered = { ...usual.ground, seller: { ...usual.ground.seller, registered: [] } };
  expect(held({ ground: unregistered, buyer: { address: 'x', taxId: '' } })).toEqual([]);
  const open = {
    mostInvoices: null,
    timesLargest: null,
    daysPast: null,
    needsAddress: false,
    needsTaxNumber: false,
    needsTaxRule: false,
  };
  const wild = {
    nth: 10 ** 6,
    total: 10n ** 12n,
    begins: date('2000-01-01'),
    buyer: { address: '', taxId: '' },
  };
  expect(held(wild, open)).toEqual([]);
});
