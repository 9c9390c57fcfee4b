import type { StaffRole } from '../../../kernel/auth/roles.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { PaymentGateways } from '../contract.ts';
import type { Gateway } from '../gateway.ts';
import { manageGateways } from '../permissions.ts';
import { offered } from '../settings.ts';
import { gatewaysInOrder } from './methods.ts';

/** The connected gateways with what the business offers of them. */
export async function showGateways(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  roles: readonly StaffRole[],
): Promise<PaymentGateways> {
  const { value, version } = await readSetting(db, offered);
  return {
    items: gatewaysInOrder(ports, value).map(({ gateway, said }) => ({
      gateway: gateway.name,
      on: said?.on ?? true,
      currencies: currenciesOf(gateway).map((currency) => ({
        currency,
        on: !said?.offIn.includes(currency),
      })),
      methods: gateway.methods.map(({ id, kind, label }) => ({
        id,
        kind,
        label,
        called: said?.labels[id] ?? null,
      })),
    })),
    can: { change: mayAsStaff(manageGateways, roles) || { no: 'your_role' } },
    version,
  };
}

/** All currencies that any of its methods takes. */
export function currenciesOf({ methods }: Pick<Gateway, 'methods'>): string[] {
  return [...new Set(methods.flatMap(({ limits }) => Object.keys(limits)))].toSorted();
}
