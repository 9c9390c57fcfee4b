export * from './events.ts';
export { operationKinds } from './domain/states.ts';
export type { OperationKind } from './domain/states.ts';
export type { ProvisionersPort } from './port.ts';
export { readInstances } from './permissions.ts';
