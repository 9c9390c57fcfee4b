export { ask } from './commands/ask.ts';
export { askBody } from './contract.ts';
export { findOrMakeGuest } from './commands/find-or-make-guest.ts';
export * from './events.ts';
