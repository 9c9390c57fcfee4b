export * from './events.ts';
export type { ProvisionersPort } from './port.ts';
export { readInstances } from './permissions.ts';
