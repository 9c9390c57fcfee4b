import type { Db } from '../../kernel/db/types.ts';
import { readSettings } from '../../kernel/settings.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import {
  findInvoicedAhead,
  invoicePreviewer,
  netOf,
  paidPeriods,
  previewGivingBack,
  previewSettings,
  settle,
  whyNotGranted,
} from '../billing/index.ts';
import type { GivenUp } from '../billing/index.ts';
import { findChangePolicy, findPausePolicy } from '../catalog/index.ts';
import {
  billsPeriods,
  goesOn,
  keptDays,
  periodFrom,
  periodKept,
  priceOfDays,
  serviceRules,
  stopsOn,
  termsFrom,
  todayOf,
} from '../services/index.ts';
import type { Pause, Service } from '../services/index.ts';
import type { Asked, PausePreview } from './contract.ts';
import { mayPause, pausesLeft, whyNotThen } from './may-pause.ts';
import type { Actor } from './quote.ts';

export type Shown = Omit<PausePreview, 'quote' | 'expiresAt'>;

/** All that a pause is, at one instant: what was shown and what is done come from here. */
export interface PricedPause {
  pause: Pause;
  shown: Shown;
  /** What credit notes are made of, where something is given back. */
  givenUp: GivenUp | null;
}

/** What pausing a service comes to when it is asked for at `at`. Needs to see everything. Errors: `wrong_state` with the reason. */
export async function pricePause(
  db: Db,
  { service, asked, at, actor }: { service: Service; asked: Asked; at: Date; actor: Actor },
): Promise<PricedPause> {
  const today = todayOf(service, at);
  const [policy, changes, ahead, notGranted, [rules, ...settings]] = await Promise.all([
    findPausePolicy(db, service.planId),
    findChangePolicy(db, service.planId),
    findInvoicedAhead(db, service),
    whyNotGranted(db, service),
    readSettings(db, serviceRules, ...previewSettings),
  ]);
  const left = await pausesLeft(db, service, policy, today);
  const may = mayPause(service, { policy, left, actor, now: at });
  if (may !== true) refuse(may.no);
  if (ahead.some(({ status }) => status === 'pending')) refuse('payment_pending');
  if (notGranted) refuse(notGranted);
  // Invoiced this very moment.
  if (ahead.length > 0 && service.period && service.period.from <= today) refuse('unpaid_invoice');

  const { paidThrough, currency } = service;
  const wanted = (actor === 'staff' && asked.when) || policy.begins;
  const when = wanted === 'period_end' && paidThrough && paidThrough > today ? 'period_end' : 'now';
  const beginsOn = when === 'now' ? today : paidThrough!;
  const { resumeOn } = asked;
  const no = whyNotThen(resumeOn, { beginsOn, today, policy, actor });
  if (no) refuse(no);
  const pause = { on: beginsOn, resumeOn, unused: policy.unused };
  const paidAhead = when === 'now' && paidThrough !== null && paidThrough > today;
  const proration = changes?.policy.proration === 'second' ? 'second' : 'day';
  const givenUp =
    paidAhead && policy.unused === 'credit' ? givenUpAt(service, { at, today, proration }) : null;
  const { total: credit } = givenUp ? await previewGivingBack(db, givenUp) : { total: 0n };
  const money = (amount: bigint) => ({ amount: Number(amount), currency });

  const paused = onceAsked(service, pause);
  const after = resumeOn && goesOn(paused, resumeOn, rules.renewalLeadDays);
  const next =
    after && after.nextInvoiceOn && after.period && !stopsOn(after, after.period.to) ? after : null;
  const preview = next && (await invoicePreviewer(db, { organization: service.organization, at, settings }));
  return {
    pause,
    givenUp: credit > 0n ? givenUp : null,
    shown: {
      serviceId: service.id,
      when,
      beginsOn,
      resumeOn,
      unused: policy.unused,
      keptDays: keptDays({ pause, paidThrough }),
      credit: money(credit),
      passesUntil: paidAhead && policy.unused === 'none' ? paidThrough : null,
      takenBack: ahead.map(({ invoice, number, total }) => ({
        invoiceId: invoice,
        number,
        amount: money(total),
      })),
      next:
        next && preview && billsPeriods(service)
          ? nextInvoice({ ...paused, ...next }, resumeOn!, (line) => preview(currency, [line]).total)
          : null,
      term: service.termEndsOn && {
        endsOn: service.termEndsOn,
        becomes: after ? after.termEndsOn : null,
      },
    },
  };
}

function refuse(reason: string): never {
  throw new Problem(wrongState, { facts: { reason } });
}

/** The service as it is once it is paused; what was invoiced ahead of what is paid for is taken back. */
function onceAsked(service: Service, pause: Pause): Service {
  const { period, paidThrough } = service;
  const aheadOnly = period && paidThrough && period.from >= paidThrough;
  const kept = aheadOnly ? periodKept(service, paidThrough) : period;
  const back = pause.unused === 'credit' && paidThrough && paidThrough > pause.on;
  return { ...service, state: 'paused', pause, period: kept, ...(back && { paidThrough: pause.on }) };
}

function givenUpAt(
  service: Service,
  { at, today, proration }: { at: Date; today: CalendarDate; proration: 'day' | 'second' },
): GivenUp | null {
  const paid = paidPeriods(service, today);
  const lines = settle({
    at,
    zone: service.timeZone,
    proration,
    paid: paid.map(({ from, to, price }) => ({ from, to, price })),
    before: { quantity: service.quantity, price: service.recurring },
    after: null,
    begins: null,
    setup: 0n,
  });
  const price = -netOf(lines);
  if (!paid[0] || price <= 0n) return null;
  const { since, fromOrder } = paid[0];
  return { organization: service.organization, service: service.id, price, since, fromOrder };
}

interface NextLine {
  quantity: number;
  unitPrice: bigint;
  discount: bigint;
  taxable: boolean;
  taxCategory: Service['taxCategory'] | 'outside';
  taxIncluded: boolean | null;
}

function nextInvoice(
  service: Service,
  resumeOn: CalendarDate,
  totalOf: (line: NextLine) => bigint,
): Shown['next'] {
  const { period, anchorOn, nextInvoiceOn, currency } = service;
  const terms = termsFrom(period!.to, service);
  const next = periodFrom(period!.to, terms.cycle, anchorOn!);
  if (!next) return null;
  const { taxable } = terms;
  const total = totalOf({
    quantity: 1,
    unitPrice: priceOfDays(terms, service.discounts, next, anchorOn!),
    discount: 0n,
    taxable,
    taxCategory: taxable ? service.taxCategory : 'outside',
    taxIncluded: service.taxIncluded,
  });
  const issuedOn = nextInvoiceOn! > resumeOn ? nextInvoiceOn! : resumeOn;
  return { total: { amount: Number(total), currency }, issuedOn, from: next.from };
}
