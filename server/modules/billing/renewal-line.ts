import {
  anchorFrom,
  calledBy,
  isPart,
  namedApart,
  piecesOf,
  priceOfPiece,
  termsFrom,
} from '../services/index.ts';
import type { Piece, Service } from '../services/index.ts';
import type { NewLine } from './invoice-draft.ts';
import { whyPart } from './domain/part-wording.ts';
import { unitOfCycle } from './domain/units.ts';
import { perUnit, withSteps } from './domain/units-of-line.ts';

/** The next period of a service, and the whole that it is a part of where it is one. */
export function pieceOf(
  service: Pick<Service, 'anchorOn' | 'nextTerms' | 'coming' | 'cycle'>,
  period: NonNullable<Service['nextPeriod']>,
): Piece {
  const anchor = anchorFrom(period.from, service);
  const { cycle } = termsFrom(period.from, service);
  const [piece] = anchor ? piecesOf(period, cycle, anchor) : [];
  return piece?.to === period.to ? piece : { ...period, of: period };
}

/** What a period of a service is invoiced as. */
export function renewalLine(
  service: Omit<Service, 'hasUnpaidInvoice'>,
  period: NonNullable<Service['nextPeriod']>,
): NewLine {
  const { id: serviceId, label, taxIncluded, currency } = service;
  const terms = termsFrom(period.from, service);
  const { names, quantity, recurring, taxable, cycle, choices, priceVersion } = terms;
  const piece = pieceOf(service, period);
  const { price, off } = priceOfPiece(terms, service.discounts, piece);
  const called = calledBy({ label, choices });
  return {
    serviceId,
    description: withSteps(
      { id: namedApart(names.id, called), en: namedApart(names.en, called) },
      choices,
      currency,
    ),
    period,
    ...perUnit(price, quantity),
    discount: off.whole,
    taxable,
    taxCategory: taxable ? service.taxCategory : 'outside',
    taxIncluded,
    ...(!isPart(piece) && { unit: unitOfCycle(cycle, quantity) }),
    why: {
      kind: 'recurring',
      price: { from: 'agreed', ...(priceVersion && { version: String(priceVersion) }) },
      ...whyPart(piece, recurring, currency),
      ...(off.whole > 0n && { discounts: off.parts }),
    },
  };
}
