export { createClient } from './client.ts';
export type { Client, ClientOptions } from './client.ts';
export { ApiProblem } from './problem.ts';
export type { Body, Request } from './types.ts';
