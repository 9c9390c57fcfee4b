import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configureOffer } from './configure.ts';
import type { Configured, Offer, OfferedOption, Price, Selection } from './configure.ts';

const name = { id: 'Nama', en: 'Name' };
const price = (recurring: number, setup = 0): Price => ({
  recurring: BigInt(recurring),
  setup: BigInt(setup),
});

const ram: OfferedOption = {
  code: 'ram',
  name,
  kind: 'select',
  required: true,
  minimum: 0,
  maximum: 0,
  choices: [
    { code: '4gb', name, price: price(0) },
    { code: '8gb', name, price: price(50_000, 10_000) },
    { code: '16gb', name, price: null },
  ],
};
const addresses: OfferedOption = {
  ...ram,
  code: 'addresses',
  kind: 'quantity',
  required: false,
  minimum: 0,
  maximum: 8,
  choices: [{ code: 'unit', name, price: price(25_000) }],
};
const host: OfferedOption = { ...ram, code: 'host', kind: 'text', minimum: 3, maximum: 20, choices: [] };
const panel: OfferedOption = {
  ...addresses,
  code: 'panel',
  kind: 'checkbox',
  choices: [{ code: 'on', name, price: price(90_000) }],
};
const offer: Offer = {
  price: price(200_000, 100_000),
  minimum: 1,
  maximum: 10,
  options: [ram, addresses, host, panel],
  addons: [{ code: 'backup', name, price: price(30_000, 5_000) }],
};
const plain: Selection = { quantity: 1, options: { ram: '4gb', host: 'web-1' }, addons: [] };

function priced(selection: Selection, of = offer): Configured {
  const result = configureOffer(of, selection);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result.ok;
}

function refusals(selection: Selection): Record<string, string> {
  const result = configureOffer(offer, selection);
  if ('ok' in result) return {};
  return Object.fromEntries(result.refused.map(({ path, code }) => [path, code]));
}

describe('prices', () => {
  test('the plan alone', () => {
    expect(priced(plain)).toMatchObject(price(200_000, 100_000));
  });

  test('everything, three times', () => {
    const all = {
      quantity: 3,
      options: { ram: '8gb', addresses: 2, host: 'web-1', panel: true },
      addons: ['backup'],
    };
    expect(priced(all)).toMatchObject(price(3 * 420_000, 3 * 115_000));
  });

  test('what was left out is not among the answers', () => {
    const { options } = priced({
      ...plain,
      options: { ram: '4gb', host: 'web-1', panel: false, addresses: 0 },
    });
    expect(options.map(({ code }) => code)).toEqual(['ram', 'host']);
  });
});

describe('refusals name the place', () => {
  test.each<[string, Partial<Selection>, Record<string, string>]>([
    ['no units', { quantity: 0 }, { quantity: 'out_of_range' }],
    ['half a unit', { quantity: 1.5 }, { quantity: 'out_of_range' }],
    ['too many units', { quantity: 11 }, { quantity: 'out_of_range' }],
    ['a required option left out', { options: { host: 'web-1' } }, { 'options.ram': 'required' }],
    ['an unknown choice', { options: { ...plain.options, ram: '1tb' } }, { 'options.ram': 'unknown_choice' }],
    [
      'a choice not sold here',
      { options: { ...plain.options, ram: '16gb' } },
      { 'options.ram': 'unknown_choice' },
    ],
    ['an unknown option', { options: { ...plain.options, cpu: 4 } }, { 'options.cpu': 'unknown_option' }],
    [
      'a name every object has',
      { options: { ...plain.options, constructor: 'x' } },
      { 'options.constructor': 'unknown_option' },
    ],
    [
      'more than there are',
      { options: { ...plain.options, addresses: 9 } },
      { 'options.addresses': 'out_of_range' },
    ],
    [
      'less than nothing',
      { options: { ...plain.options, addresses: -1 } },
      { 'options.addresses': 'out_of_range' },
    ],
    ['a short text', { options: { ...plain.options, host: 'ab' } }, { 'options.host': 'out_of_range' }],
    ['two lines', { options: { ...plain.options, host: 'a\nbcd' } }, { 'options.host': 'out_of_range' }],
    [
      'a tick that is none',
      { options: { ...plain.options, panel: 'yes' } },
      { 'options.panel': 'unknown_choice' },
    ],
    ['an unknown add-on', { addons: ['gold'] }, { 'addons.0': 'unknown_addon' }],
    ['an add-on twice', { addons: ['backup', 'backup'] }, { 'addons.1': 'repeated' }],
  ])('%s', (_what, change, expected) => {
    expect(refusals({ ...plain, ...change })).toEqual(expected);
  });

  test('all of them at once', () => {
    expect(Object.keys(refusals({ quantity: 0, options: { cpu: 1 }, addons: ['gold'] })).sort()).toEqual([
      'addons.0',
      'options.cpu',
      'options.host',
      'options.ram',
      'quantity',
    ]);
  });
});

describe('properties', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const anyPrice = fc.record({ recurring: amount, setup: amount });
  const code = fc.stringMatching(/^[a-z]{1,6}$/);
  const anyOption = fc.record({
    code,
    kind: fc.constantFrom('select', 'quantity', 'checkbox'),
    required: fc.boolean(),
    minimum: fc.nat(3),
    extra: fc.nat(5),
    prices: fc.array(fc.option(anyPrice), { minLength: 1, maxLength: 4 }),
  });
  const anyOffer = fc
    .record({
      price: anyPrice,
      minimum: fc.integer({ min: 1, max: 3 }),
      extra: fc.nat(50),
      options: fc.uniqueArray(anyOption, { selector: (option) => option.code, maxLength: 4 }),
      addons: fc.uniqueArray(fc.record({ code, price: anyPrice }), {
        selector: (addon) => addon.code,
        maxLength: 4,
      }),
    })
    .map(({ price: base, minimum, extra, options, addons }): Offer => ({
      price: base,
      minimum,
      maximum: minimum + extra,
      addons: addons.map((addon) => ({ ...addon, name })),
      options: options.map(({ prices, extra: span, ...option }) => ({
        ...option,
        name,
        maximum: option.minimum + span,
        choices: prices.map((each, index) => ({ code: `c${index}`, name, price: each })),
      })),
    }));
  const anySelection = fc.record({
    quantity: fc.integer({ min: -1, max: 60 }),
    options: fc.dictionary(
      code,
      fc.oneof(fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c9'), fc.integer({ min: -1, max: 9 }), fc.boolean()),
    ),
    addons: fc.array(code, { maxLength: 3 }),
  });
  /** A selection of what the offer has, so that prices are tried as often as refusals. */
  const fitting = anyOffer.chain((of) =>
    fc
      .record({
        quantity: fc.integer({ min: of.minimum, max: of.maximum }),
        addons: fc.subarray(of.addons.map((addon) => addon.code)),
        answers: fc.tuple(
          ...of.options.map((option) => {
            const sold = option.choices.filter((choice) => choice.price);
            if (option.kind === 'quantity')
              return fc.integer({ min: option.minimum, max: option.maximum + 1 });
            return option.kind === 'checkbox'
              ? fc.boolean()
              : fc.constantFrom('', ...sold.map((c) => c.code));
          }),
        ),
      })
      .map(({ quantity, addons, answers }) => ({
        offer: of,
        selection: {
          quantity,
          addons,
          options: Object.fromEntries(of.options.map((option, index) => [option.code, answers[index]!])),
        },
      })),
  );
  const anything = fc.record({ offer: anyOffer, selection: anySelection });

  test('a price is quantity × the sum of its parts, and every part is one of the offer', () => {
    let priceds = 0;
    fc.assert(
      fc.property(fc.oneof(fitting, anything), ({ offer: of, selection }) => {
        const result = configureOffer(of, selection);
        if ('refused' in result) return;
        priceds++;
        const { ok } = result;
        const units = BigInt(ok.quantity);
        for (const part of ['recurring', 'setup'] as const) {
          const parts = [...ok.options, ...ok.addons].map((each) => each[part]);
          expect(ok[part]).toBe(units * parts.reduce((a, b) => a + b, of.price[part]));
        }
        for (const answer of ok.options) {
          const option = of.options.find((each) => each.code === answer.code)!;
          const choice = option.choices.find((each) =>
            option.kind === 'select' ? each.code === answer.value : true,
          )!;
          const factor = option.kind === 'quantity' ? BigInt(answer.value as number) : 1n;
          expect(answer.recurring).toBe(choice.price!.recurring * factor);
          expect(answer.setup).toBe(choice.price!.setup * factor);
        }
      }),
    );
    expect(priceds).toBeGreaterThan(10);
  });

  test('what is out of bounds, unknown or missing is always refused', () => {
    fc.assert(
      fc.property(fc.oneof(fitting, anything), ({ offer: of, selection }) => {
        const known = new Map(of.options.map((option) => [option.code, option]));
        const bad =
          selection.quantity < of.minimum ||
          selection.quantity > of.maximum ||
          Object.keys(selection.options).some((each) => !known.has(each)) ||
          selection.addons.some((each) => !of.addons.some((addon) => addon.code === each)) ||
          of.options.some((option) => option.required && selection.options[option.code] === undefined) ||
          of.options.some((option) => {
            const value = selection.options[option.code];
            return option.kind === 'quantity' && typeof value === 'number' && value > option.maximum;
          });
        if (bad) expect(configureOffer(of, selection)).toHaveProperty('refused');
      }),
    );
  });

  test('one more unit costs one more unit price', () => {
    fc.assert(
      fc.property(fitting, ({ offer: of, selection }) => {
        fc.pre(selection.quantity < of.maximum);
        const one = configureOffer(of, selection);
        const more = configureOffer(of, { ...selection, quantity: selection.quantity + 1 });
        if ('refused' in one || 'refused' in more) return;
        const unit = one.ok.recurring / BigInt(selection.quantity);
        expect(more.ok.recurring - one.ok.recurring).toBe(unit);
      }),
    );
  });
});
