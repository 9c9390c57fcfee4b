export { releaseStock, reserveStock } from './commands/stock.ts';
export { configure } from './configure.ts';
export type { ConfiguredPlan } from './configure.ts';
export { notForSale, outOfStock } from './contract.ts';
export type { Bilingual } from './domain/bilingual.ts';
export { cycleMonths, cycles } from './domain/cycles.ts';
export type { Cycle, RecurringCycle } from './domain/cycles.ts';
export * from './events.ts';
