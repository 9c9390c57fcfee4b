export { releaseStock, reserveStock } from './commands/stock.ts';
export { configure, priceSelection } from './configure.ts';
export type { AskedPlan, ConfiguredPlan, PricedPlan } from './configure.ts';
export { notForSale, outOfStock } from './contract.ts';
export type { Bilingual } from './domain/bilingual.ts';
export { cycleMonths, cycles } from './domain/cycles.ts';
export type { Cycle, RecurringCycle } from './domain/cycles.ts';
export * from './events.ts';
