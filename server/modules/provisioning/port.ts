import type { ProvisionerDriver, World } from './provisioner.ts';

declare module '../../kernel/ports.ts' {
  interface Ports {
    readonly provisioners: ProvisionersPort;
  }
}

/** The vendors this product can talk to, by the name a product's `provisioner` gives, and what they reach the world with. */
export interface ProvisionersPort {
  readonly drivers: ReadonlyMap<string, ProvisionerDriver>;
  readonly world: World;
}
