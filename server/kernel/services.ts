import type { Ctx } from './context.ts';

/** Something that goes on as long as a node that runs jobs does. Other nodes may run it too, so it agrees with them by rows. */
export interface Service {
  readonly name: string;
  /** Begins; what it does fails by itself, and is tried again by itself. */
  start(ctx: Ctx): { stop(): Promise<void> };
}

export function defineService(service: Service): Service {
  return service;
}
