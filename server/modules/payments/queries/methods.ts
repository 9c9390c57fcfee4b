import type { Ports } from '../../../kernel/ports.ts';
import type { Currency, Money } from '../../../kernel/values/money.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { MethodView } from '../contract.ts';
import type { Gateway, PaymentMethod } from '../gateway.ts';
import type { Offered } from '../settings.ts';

export interface OfferedMethod {
  gateway: Gateway;
  method: PaymentMethod;
  label: PaymentMethod['label'];
}

/** The methods of the connected gateways that the business offers, in the gateways' own order. */
export function offeredMethods({ gateways }: Pick<Ports, 'gateways'>, offered: Offered): OfferedMethod[] {
  return [...gateways.values()].flatMap((gateway) => {
    const said = offered.find((one) => one.gateway === gateway.name);
    if (said && !said.on) return [];
    return gateway.methods.map((method) => ({
      gateway,
      method,
      label: said?.labels[method.id] ?? method.label,
    }));
  });
}

/** Whether a sum can be paid with a method. A currency it does not take is not a matter of the sum. */
export function mayPayWith({ limits }: PaymentMethod, { amount, currency }: Money): Ability {
  const limit = limits[currency];
  if (!limit) return { no: 'currency_not_taken' };
  return unless({ amount_too_small: amount < limit.min, amount_too_large: amount > limit.max });
}

export function methodView({ gateway, method, label }: OfferedMethod, pay: Ability): MethodView {
  const { id, kind, flow, canSave } = method;
  const saves = canSave && gateway.chargeSaved !== undefined;
  return { gateway: gateway.name, id, kind, label, flow, canSave: saves, can: { pay } };
}

/** The methods that can be kept for later in this currency. */
export function addableMethods(
  ports: Pick<Ports, 'gateways'>,
  offered: Offered,
  currency: Currency,
): OfferedMethod[] {
  return offeredMethods(ports, offered).filter(
    ({ gateway, method }) =>
      method.canSave && gateway.chargeSaved !== undefined && method.limits[currency] !== undefined,
  );
}

/** Whether what was paid by a method can be given back through its gateway. */
export function gatewayRefunds(
  { gateways }: Pick<Ports, 'gateways'>,
  gateway: string,
  method: string,
): boolean {
  const found = gateways.get(gateway);
  return found?.refund !== undefined && found.methods.some(({ id, canRefund }) => id === method && canRefund);
}
