import type { Happening } from '../billing/index.ts';

/** A sum as pages take it: minor units are far below what a number holds. */
const sum = (amount: bigint, currency: string) => ({ amount: Number(amount), currency });

/** What happens, as JSON keeps it and pages take it. */
export function plain({ on, at, kind, amount, currency, invoice, services, facts }: Happening) {
  const { net, tax, before, reasons, ...rest } = facts;
  const unit = currency ?? '';
  return {
    on,
    at,
    kind,
    amount: amount === null ? null : sum(amount, unit),
    invoice: invoice && { ...invoice, names: { ...invoice.names } },
    services: services.map((service) => ({ ...service, names: { ...service.names } })),
    facts: {
      ...rest,
      ...(net !== undefined && { net: sum(net, unit) }),
      ...(tax !== undefined && { tax: sum(tax, unit) }),
      ...(before !== undefined && { before: sum(before, unit) }),
      ...(reasons && { reasons: [...reasons] }),
    },
  };
}

interface DaySum {
  day: string;
  kind: Happening['kind'];
  currency: string;
  count: number;
  amount: bigint;
}

/** What adds up: a debt that is reminded of twice is not owed twice. */
const addsUp: ReadonlySet<string> = new Set([
  'invoice',
  'late_fee',
  'held_back',
  'credit',
  'charge',
  'payment',
  'void',
  'leaving_fee',
] satisfies Happening['kind'][]);

/** Sums by day, kind and currency, in a fixed order; of what does not add up only how often it happens. */
export function sumsOf(happenings: readonly Happening[]): DaySum[] {
  const sums = new Map<string, DaySum>();
  for (const each of happenings) {
    const { on: day, kind } = each;
    const { amount, currency } = addsUp.has(kind) ? each : { amount: null, currency: null };
    const key = `${day} ${kind} ${currency ?? ''}`;
    const before = sums.get(key) ?? { day, kind, currency: currency ?? '', count: 0, amount: 0n };
    sums.set(key, { ...before, count: before.count + 1, amount: before.amount + (amount ?? 0n) });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
