/**
 * What a thing is for taxes. `digital` is taxed where its consumer is, as far as the law of a place says so; `zero` is taxed with
 * nothing, `exempt` is freed from tax, `outside` never was subject to it.
 */
export const taxCategories = [
  'standard',
  'reduced',
  'luxury',
  'digital',
  'zero',
  'exempt',
  'outside',
] as const;
export type TaxCategory = (typeof taxCategories)[number];
