export { releaseStock, reserveStock } from './commands/stock.ts';
export { configure, priceSelection } from './configure.ts';
export type { AskedPlan, ConfiguredPlan, PricedPlan } from './configure.ts';
export {
  notForSale,
  outOfStock,
  storeProductParams,
  storeProductShape,
  storeQuery,
  storeShape,
  tiersOut,
} from './contract.ts';
export type { ChangePolicy, StoreProduct } from './contract.ts';
export type { PausePolicy } from './pause-contract.ts';
export type { AgreedTermOut } from './term-contract.ts';
export type { Bilingual } from './domain/bilingual.ts';
export { cycleMonths, cycles } from './domain/cycles.ts';
export type { Cycle, RecurringCycle } from './domain/cycles.ts';
export type { BillDay } from './domain/bill-day.ts';
export { termIn } from './domain/fixed-term.ts';
export type { AgreedTerm, TermRule } from './domain/fixed-term.ts';
export { describeTerm } from './domain/describe-term.ts';
export { agreedTermOut, billDayOut, termRuleIn, termRuleOut } from './term-contract.ts';
export type { TermRuleIn } from './term-contract.ts';
export { taxCategories } from './domain/tax-category.ts';
export type { TaxCategory } from './domain/tax-category.ts';
export * from './events.ts';
export { changeCatalog } from './permissions.ts';
export { findChangePolicy } from './queries/change-policy.ts';
export { pausePolicyShape } from './pause-contract.ts';
export { findPausePolicy } from './queries/pause-policy.ts';
export { showProduct, showStore, usualCurrency } from './queries/store.ts';
export { stepsOf } from './domain/price-model.ts';
export type { Measure, Model, Ratio, Step } from './domain/price-model.ts';
export { fromPlaces, meteredIn, modelOf, ratioOf, toPlaces } from './domain/metered.ts';
export type { Aggregation, Meter, MeteredCharge } from './domain/metered.ts';
export { chargeIn, chargeOut, meterCode } from './meter-contract.ts';
export { findMeters } from './queries/meters.ts';
export { recurringOf, unitSteps } from './domain/tiers.ts';
export type { Tiers, UnitStep } from './domain/tiers.ts';
export { describeQuantity } from './domain/describe-quantity.ts';
export { describeSteps } from './domain/describe-steps.ts';
export { findPriceVersions } from './queries/price-versions.ts';
export type { KnownPrice } from './queries/price-versions.ts';
