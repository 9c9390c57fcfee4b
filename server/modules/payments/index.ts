export * from './events.ts';
export { readPayments } from './permissions.ts';
