export * from './events.ts';
export { readAllTickets, readTickets } from './permissions.ts';
export { readWorkload, supportSummary } from './queries/summary.ts';
export { seeingOf, visible } from './seeing.ts';
export type { Seeing } from './seeing.ts';
