import { discountsOn, termsFrom } from '../services/index.ts';
import type { Service } from '../services/index.ts';
import type { NewLine } from './invoice-draft.ts';
import { unitOfCycle } from './domain/units.ts';
import { perUnit, withSteps } from './domain/units-of-line.ts';

/** What a period of a service is invoiced as. */
export function renewalLine(
  service: Omit<Service, 'hasUnpaidInvoice'>,
  period: NonNullable<Service['nextPeriod']>,
): NewLine {
  const { id: serviceId, label, taxIncluded, currency } = service;
  const terms = termsFrom(period.from, service);
  const { names, quantity, recurring, taxable, cycle, choices, priceVersion } = terms;
  const off = discountsOn(terms, service.discounts, period);
  const named = (name: string) => (label === '' ? name : `${name} (${label})`);
  return {
    serviceId,
    description: withSteps({ id: named(names.id), en: named(names.en) }, choices, currency),
    period,
    ...perUnit(recurring, quantity),
    discount: off.whole,
    taxable,
    taxCategory: taxable ? service.taxCategory : 'outside',
    taxIncluded,
    unit: unitOfCycle(cycle, quantity),
    why: {
      kind: 'recurring',
      price: { from: 'agreed', ...(priceVersion && { version: String(priceVersion) }) },
      ...(off.whole > 0n && { discounts: off.parts }),
    },
  };
}
