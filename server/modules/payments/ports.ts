import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Ports } from '../../kernel/ports.ts';
import type { Gateway } from './gateway.ts';

declare module '../../kernel/ports.ts' {
  interface Ports {
    /** The connected gateways by name. */
    readonly gateways: ReadonlyMap<string, Gateway>;
  }
}

/** Errors: `not_found` for a gateway that is not connected. */
export function gatewayNamed({ gateways }: Pick<Ports, 'gateways'>, name: string): Gateway {
  const gateway = gateways.get(name);
  if (!gateway) throw new Problem(notFound);
  return gateway;
}
