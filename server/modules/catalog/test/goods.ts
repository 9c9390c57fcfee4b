import type { TestPerson } from '../../../test/kit/people.ts';
import type { CatalogProduct } from '../contract.ts';

let count = 0;

const both = (text: string) => ({ id: text, en: text });
export const rupiah = (cycle: string, recurring: number, setup = 0) => ({
  currency: 'IDR',
  cycle,
  recurring,
  setup,
});

export const groupOf = (over: object = {}) => ({
  slug: `group-${++count}`,
  name: both('Servers'),
  description: both(''),
  visible: true,
  position: 1,
  ...over,
});

export const productOf = (group: string, over: object = {}) => ({
  group,
  slug: `product-${++count}`,
  name: { id: 'Peladen', en: 'Server' },
  description: both('Fast'),
  visible: true,
  position: 1,
  provisioner: 'manual',
  configuration: { region: 'jakarta' },
  taxCategory: 'standard',
  trialDays: 0,
  existingClientsOnly: false,
  ...over,
});

export const planOf = (over: object = {}) => ({
  name: { id: 'Kecil', en: 'Small' },
  description: both(''),
  position: 1,
  minimum: 1,
  maximum: 10,
  configuration: { size: 's' },
  existingClientsOnly: false,
  prices: [
    rupiah('monthly', 200_000, 100_000),
    rupiah('annual', 2_000_000),
    { currency: 'USD', cycle: 'monthly', recurring: 1400, setup: 0 },
  ],
  ...over,
});

export const optionOf = (over: object = {}) => ({
  code: 'ram',
  kind: 'select',
  name: both('Memory'),
  required: true,
  minimum: 0,
  maximum: 0,
  position: 1,
  choices: [
    { code: '4gb', name: both('4 GB'), prices: [rupiah('monthly', 0), rupiah('annual', 0)] },
    { code: '8gb', name: both('8 GB'), prices: [rupiah('monthly', 50_000)] },
  ],
  ...over,
});

/** A product with one plan, made by somebody of the staff through the API. */
export async function buildProduct(
  staff: TestPerson,
  over: { product?: object; plan?: object; stock?: number; option?: object } = {},
): Promise<CatalogProduct & { plan: string }> {
  const base = '/api/console/catalog';
  const group = await staff.post(`${base}/groups`, groupOf());
  const product = await staff.post(`${base}/products`, productOf(group.body.id, over.product));
  const at = `${base}/products/${product.body.id}`;
  let whole = await staff.post<CatalogProduct>(`${at}/plans`, planOf(over.plan));
  if (over.option) whole = await staff.post(`${at}/options`, optionOf(over.option));
  if (over.stock !== undefined) {
    whole = await staff.post(`${at}/stock`, { stock: over.stock, seen: null });
  }
  return { ...whole.body, plan: whole.body.plans[0]!.id };
}
