export { giveOne } from './commands/give-one.ts';
export { outcomes } from './domain/outcome.ts';
export type { Outcome } from './domain/outcome.ts';
export { whoWouldGet } from './queries/givable.ts';
export type { Would } from './queries/givable.ts';
