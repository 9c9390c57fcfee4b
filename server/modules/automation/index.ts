export { conditions, conditionsOut } from './contract.ts';
export { compile, tiersIn } from './domain/rules.ts';
export type { Conditions } from './domain/rules.ts';
export { readLooked } from './queries/looked.ts';
export type { LookedTicket } from './queries/looked.ts';
