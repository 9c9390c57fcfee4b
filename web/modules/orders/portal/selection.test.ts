import { describe, expect, it } from 'vitest';
import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import { estimate, fit, introduced, missingIn, optionsFor, saving, startWith } from './selection.ts';

const name = { id: 'Nama', en: 'Name' };
const monthly = (recurring: number, setup = 0) => ({ cycle: 'monthly' as const, recurring, setup });
const annual = (recurring: number) => ({ cycle: 'annual' as const, recurring, setup: 0 });
const bounds = { required: false, minimum: 0, maximum: 8 };
const plan = {
  name,
  description: name,
  minimum: 1,
  maximum: 5,
  existingClientsOnly: false,
  introduction: [],
  term: null,
  billDay: null,
};

const product: StoreProduct = {
  id: 'p',
  slug: 'vps',
  name,
  description: name,
  group: { slug: 'servers', name },
  currency: 'IDR',
  currencies: ['IDR'],
  trialDays: 0,
  existingClientsOnly: false,
  needsAccount: false,
  left: null,
  plans: [
    { ...plan, id: 'small', prices: [monthly(200, 100), annual(2000)] },
    { ...plan, id: 'large', minimum: 2, maximum: 3, prices: [annual(5000)] },
  ],
  options: [
    {
      ...bounds,
      code: 'ram',
      name,
      kind: 'select',
      required: true,
      choices: [
        { code: '4gb', name, prices: [monthly(0), annual(0)] },
        { code: '8gb', name, prices: [monthly(50, 10)] },
      ],
    },
    {
      ...bounds,
      code: 'ips',
      name,
      kind: 'quantity',
      choices: [{ code: 'unit', name, prices: [monthly(25)] }],
    },
    {
      ...bounds,
      code: 'panel',
      name,
      kind: 'checkbox',
      choices: [{ code: 'on', name, prices: [monthly(90)] }],
    },
    { ...bounds, code: 'host', name, kind: 'text', required: true, choices: [] },
  ],
  addons: [{ code: 'backup', name, description: name, prices: [monthly(30)] }],
};

describe('a selection', () => {
  it('begins with the first plan, the shortest cycle and the first of what must be chosen', () => {
    expect(startWith(product, {})).toEqual({
      plan: 'small',
      cycle: 'monthly',
      quantity: 1,
      options: { ram: '4gb' },
      addons: [],
    });
    expect(startWith(product, { plan: 'gone', quantity: 3 })).toMatchObject({ plan: 'small', quantity: 3 });
  });

  it('says what is missing', () => {
    const selection = startWith(product, {});
    expect(missingIn(product, selection).map((option) => option.code)).toEqual(['host']);
    expect(missingIn(product, { ...selection, options: { ...selection.options, host: 'web-1' } })).toEqual(
      [],
    );
  });

  it('knows what a longer cycle saves', () => {
    const [small] = product.plans;
    expect(small!.prices.map((price) => saving(small!, price))).toEqual([0, 400]);
  });

  it('says what a plan costs at first, in whole periods of the cycle', () => {
    const [small] = product.plans;
    const [month, year] = small!.prices;
    const begins = (...introduction: { months: number; percent: number }[]) => ({ ...small!, introduction });
    expect(introduced(begins({ months: 3, percent: 3_333 }), month!)).toEqual([
      { months: 3, recurring: 133 },
    ]);
    expect(introduced(begins({ months: 3, percent: 3_333 }), year!)).toEqual([]);
    expect(introduced(small!, month!)).toEqual([]);
    expect(introduced(begins({ months: 30, percent: 10_000 }), year!)).toEqual([
      { months: 24, recurring: 0 },
    ]);
    const steps = begins({ months: 3, percent: 5_000 }, { months: 21, percent: 2_500 });
    expect(introduced(steps, month!)).toEqual([
      { months: 3, recurring: 100 },
      { months: 21, recurring: 150 },
    ]);
    // A year that reaches over both has what comes off in each of its months.
    expect(introduced(steps, year!)).toEqual([{ months: 24, recurring: 1_500 }]);
  });

  it('drops what another plan or cycle does not have', () => {
    const full = {
      ...startWith(product, {}),
      options: { ram: '8gb', ips: 2, panel: true, host: 'web-1' },
      addons: ['backup'],
    };
    expect(fit(product, { ...full, plan: 'large', quantity: 9 })).toEqual({
      plan: 'large',
      cycle: 'annual',
      quantity: 3,
      options: { ram: '4gb', host: 'web-1' },
      addons: [],
    });
    expect(optionsFor(product, 'annual').map((option) => option.code)).toEqual(['ram', 'host']);
  });

  it('costs quantity × the sum of its parts', () => {
    const selection = {
      ...startWith(product, {}),
      quantity: 3,
      options: { ram: '8gb', ips: 2, panel: true, host: 'web-1' },
      addons: ['backup'],
    };
    expect(estimate(product, selection)).toEqual({
      recurring: 3 * (200 + 50 + 50 + 90 + 30),
      setup: 3 * 110,
    });
    expect(estimate(product, { ...selection, options: { ram: '4gb', panel: false }, addons: [] })).toEqual({
      recurring: 600,
      setup: 300,
    });
  });

  it('costs by number where a plan has steps', () => {
    const tiers = [
      { upTo: 10, each: 100, fixed: 0 },
      { upTo: null, each: 80, fixed: 50 },
    ];
    const priced = (model: 'graduated' | 'volume', quantity: number) => {
      const prices = [{ ...monthly(100, 7), tiers: { model, tiers } }];
      const stepped = {
        ...product,
        plans: [{ ...plan, id: 'seats', maximum: 99, prices }],
        options: [],
        addons: [],
      };
      return estimate(stepped, { ...startWith(stepped, {}), quantity });
    };
    expect(priced('graduated', 10)).toEqual({ recurring: 1000, setup: 70 });
    expect(priced('graduated', 15)).toEqual({ recurring: 1000 + 5 * 80 + 50, setup: 105 });
    expect(priced('volume', 15)).toEqual({ recurring: 15 * 80 + 50, setup: 105 });
  });
});
