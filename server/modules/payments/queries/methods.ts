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

/** The connected gateways in the order that the business wants, each with what is set for it. */
export function gatewaysInOrder(
  { gateways }: Pick<Ports, 'gateways'>,
  offered: Offered,
): { gateway: Gateway; said: Offered[number] | undefined }[] {
  const listed = offered.flatMap((said) => {
    const gateway = gateways.get(said.gateway);
    return gateway ? [{ gateway, said }] : [];
  });
  const others = [...gateways.values()].filter(
    ({ name }) => !offered.some(({ gateway }) => gateway === name),
  );
  return [...listed, ...others.map((gateway) => ({ gateway, said: undefined }))];
}

/** The methods of the connected gateways that the business offers, with the currencies in which it does. */
export function offeredMethods(ports: Pick<Ports, 'gateways'>, offered: Offered): OfferedMethod[] {
  return gatewaysInOrder(ports, offered).flatMap(({ gateway, said }) => {
    if (said && !said.on) return [];
    return gateway.methods.map((method) => ({
      gateway,
      method: { ...method, limits: without(method.limits, said?.offIn ?? []) },
      label: said?.labels[method.id] ?? method.label,
    }));
  });
}

const without = (limits: PaymentMethod['limits'], currencies: readonly string[]): PaymentMethod['limits'] =>
  Object.fromEntries(Object.entries(limits).filter(([currency]) => !currencies.includes(currency)));

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
