import { inSlices } from '../../kernel/pace.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { addDays, type CalendarDate } from '../../kernel/values/dates.ts';
import { isMetered } from '../services/index.ts';
import type { DueService } from '../services/index.ts';
import type { Closing } from '../usage/index.ts';
import { reasonsToHold } from './domain/run-bounds.ts';
import type { HoldReason } from './domain/run-bounds.ts';
import { draftInvoice } from './invoice-draft.ts';
import type { Draft } from './invoice-draft.ts';
import { historyKey, payerOf } from './queries/run-ground.ts';
import type { RunGround } from './queries/run-ground.ts';
import { renewalLine } from './renewal-line.ts';
import { usageLines } from './usage-lines.ts';

/** `closings`: what of its use is billed along. */
export interface Renewal {
  service: DueService;
  draft: Draft;
  closings: Omit<Closing, 'invoice'>[];
}

/** Nothing was used, and nothing else is asked: the period passes without an invoice. */
export type Idle = Omit<Renewal, 'draft'>;

/** What is not billed by itself. `total` in minor units; null where it would be below zero. */
export interface Held {
  service: DueService;
  payer: Id<'organization'>;
  total: bigint | null;
  reasons: readonly HoldReason[];
}

/**
 * What the due services of a batch are billed: an invoice for each period that has none, unless something about it looks wrong. Then
 * nothing is billed to who pays for it, but for what staff have approved. Pure, but for letting others in between.
 */
export async function decideRenewals(
  services: readonly DueService[],
  ground: RunGround,
  newId: () => Id<'invoice'>,
): Promise<{ renewals: Renewal[]; held: Held[]; idle: Idle[] }> {
  const idle: Idle[] = [];
  const renewals: Renewal[] = [];
  const held: Held[] = [];
  const parked = new Set(ground.parked);
  const today = new Map<string, number>();
  const others = inSlices();
  for (const service of services) {
    await others();
    if (ground.known.has(service.id)) continue;
    const { organization, currency, nextPeriod: period } = service;
    const { payer, ground: taxes, heading } = payerOf(ground, organization);
    const line = renewalLine(service, period);
    const asked = line.unitPrice * BigInt(line.quantity) - (line.discount ?? 0n);
    const used = ground.used.get(service.id);
    const { lines: use, closings } =
      used?.until === period.from ? usageLines(service, used.windows, asked) : noUse;
    const free = line.unitPrice === 0n && isMetered(service);
    if (free && use.length === 0) {
      idle.push({ service, closings });
      continue;
    }
    const words = heading(currency);
    const draft = draftInvoice(
      {
        id: newId(),
        organization,
        payer,
        kind: 'renewal',
        orderId: null,
        lines: free ? use : [line, ...use],
        currency,
        dueOn: dueDay(service, ground.invoicing),
        notes: '',
        purchaseOrder: '',
      },
      taxes,
      words,
    );
    if (draft && ground.approved.has(service.id)) {
      renewals.push({ service, draft, closings });
      continue;
    }
    const before = ground.histories.get(historyKey(payer, currency));
    const nth = (today.get(payer) ?? before?.today ?? 0) + 1;
    today.set(payer, nth);
    const reasons = reasonsToHold(
      {
        total: draft && draft.invoice.total,
        // What promotions took off is meant to come to nothing.
        charged: use.reduce((sum, { unitPrice }) => sum + unitPrice, asked),
        taxes: draft?.priced.taxes ?? [],
        begins: period.from,
        nth,
        largest: before?.largest ?? 0n,
        buyer: words.buyer,
        ground: taxes,
      },
      ground.bounds,
    );
    if (draft && reasons.length === 0) renewals.push({ service, draft, closings });
    else {
      held.push({ service, payer, total: draft && draft.invoice.total, reasons });
      parked.add(payer);
    }
  }
  const waits = ({ service, draft }: Renewal) =>
    parked.has(draft.invoice.organization) && !ground.approved.has(service.id);
  const withOthers = renewals.filter(waits).map(({ service, draft: { invoice } }): Held => {
    return { service, payer: invoice.organization, total: invoice.total, reasons: ['with_others'] };
  });
  return { renewals: renewals.filter((one) => !waits(one)), held: [...held, ...withOthers], idle };
}

const noUse = { lines: [], closings: [] };

/** What is invoiced ahead is due when its period begins; with what was used before it, so many days after. */
export function dueDay(
  service: Pick<DueService, 'nextPeriod' | 'period' | 'choices'>,
  { dueDays }: { dueDays: number },
): CalendarDate {
  const { from } = service.nextPeriod;
  return isMetered(service) && service.period ? addDays(from, dueDays) : from;
}
