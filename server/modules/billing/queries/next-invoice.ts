import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { findService, isMetered, isPart, priceOfPiece, stopsOn, termsFrom } from '../../services/index.ts';
import type { Service, Terms } from '../../services/index.ts';
import { findWindows } from '../../usage/index.ts';
import { dueDay } from '../decide-renewals.ts';
import { invoicing } from '../settings.ts';
import { pieceOf } from '../renewal-line.ts';
import { usageLines } from '../usage-lines.ts';
import type { NextInvoice } from '../next-contract.ts';
import { daysOf } from '../domain/charges/periods.ts';
import { stepsIn } from '../domain/units-of-line.ts';
import { previewInvoice } from './preview-invoice.ts';

type Next = NonNullable<NextInvoice['next']>;

/**
 * The invoice of a service that comes by itself next: when, for which days, and what each part of its price is. The run makes it by the
 * same period, terms and taxes. Errors: `not_found`.
 */
export async function showNextInvoice(
  db: Db,
  organization: Id<'organization'>,
  id: Id<'service'>,
  now: Date,
): Promise<NextInvoice> {
  const service = await findService(db, organization, id);
  const { nextPeriod: period, nextInvoiceOn: issuedOn, currency, nextTerms } = service;
  const none = whyNone(service, now);
  if (none || !period || !issuedOn) return { next: null, none: none ?? 'free' };
  const terms = termsFrom(period.from, service);
  const { names, taxable } = terms;
  const split = partsOf(terms);
  const taxCategory = taxable ? service.taxCategory : 'outside';
  const piece = pieceOf(service, period);
  const { price, off } = priceOfPiece(terms, service.discounts, piece);
  const asked = price - off.whole;
  const [windows, { value: rules }, { rows: others }] = await Promise.all([
    isMetered(service) ? findWindows(db, [{ organization, service: id, until: period.from }]) : [],
    readSetting(db, invoicing),
    sql<{ count: number }>`select billing.renewed_with(${organization}, ${id}) as count`.execute(db),
  ]);
  const { lines: use } = usageLines(service, windows, asked);
  const sums = await previewInvoice(
    db,
    currency,
    [
      {
        quantity: 1,
        unitPrice: price,
        discount: off.whole,
        taxable,
        taxCategory,
        taxIncluded: service.taxIncluded,
      },
      ...use,
    ],
    { organization, at: now },
  );
  const money = (amount: bigint) => ({ amount: Number(amount), currency });
  return {
    none: null,
    next: {
      issuedOn,
      dueOn: dueDay({ ...service, nextPeriod: period }, rules),
      period,
      names: { ...names },
      together: rules.together ? others[0]!.count : 0,
      ...split,
      parts: split.parts.map((part) => ({ ...part, price: money(part.price) })),
      part: isPart(piece)
        ? { days: daysOf(piece), of: daysOf(piece.of), whole: money(terms.recurring), price: money(price) }
        : null,
      usage: use.map(({ description, unitPrice }) => ({ description, amount: money(unitPrice) })),
      discounts: off.parts.map(({ names: of, percent, amount }) => ({
        names: of,
        percent,
        amount: money(BigInt(amount)),
      })),
      net: money(sums.subtotal),
      tax: money(sums.tax),
      total: money(sums.total),
      changed: terms === nextTerms,
      repriced: terms !== nextTerms && terms !== service,
    },
  };
}

function whyNone(service: Service, now: Date): NextInvoice['none'] {
  const { state, cycle, suspendedFor, changingUntil, pause } = service;
  if (cycle === 'one_time') return 'paid_once';
  if (state === 'pending') return 'not_begun';
  if (state === 'ended' || state === 'cancel_scheduled') return 'ends';
  if (stopsOn(service, service.period?.to ?? service.trialEndsOn ?? service.anchorOn!)) return 'ends';
  if (pause) return 'paused';
  if (suspendedFor.includes('non_payment')) return 'on_hold';
  if (changingUntil && changingUntil > now) return 'change_under_way';
  return null;
}

interface Choices {
  options?: { name: Next['names']; recurring: number }[];
  addons?: { name: Next['names']; recurring: number }[];
}

/** Of one unit, or of all where they cost different things: what was chosen at its price, and the plan at the rest. */
function partsOf({ names, quantity, recurring, choices }: Terms) {
  const { options = [], addons = [] } = choices as unknown as Choices;
  const each = recurring % BigInt(quantity) === 0n && !stepsIn(choices);
  const chosen = [
    ...options.map(({ name, recurring: price }) => ({ kind: 'option' as const, names: name, price })),
    ...addons.map(({ name, recurring: price }) => ({ kind: 'addon' as const, names: name, price })),
  ]
    .filter(({ price }) => price > 0)
    .map((part) => ({ ...part, price: BigInt(part.price) * (each ? 1n : BigInt(quantity)) }));
  const whole = each ? recurring / BigInt(quantity) : recurring;
  const rest = chosen.reduce((left, { price }) => left - price, whole);
  const plan = { kind: 'plan' as const, names: { ...names }, price: rest };
  return { quantity: each ? quantity : 1, parts: [plan, ...chosen] };
}
