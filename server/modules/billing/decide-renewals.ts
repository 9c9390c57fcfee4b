import { inSlices } from '../../kernel/pace.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { addDays, type CalendarDate } from '../../kernel/values/dates.ts';
import { isMetered, termsFrom } from '../services/index.ts';
import type { DueService } from '../services/index.ts';
import type { Closing } from '../usage/index.ts';
import { reasonsToHold } from './domain/run-bounds.ts';
import type { HoldReason } from './domain/run-bounds.ts';
import { draftInvoice, partsOf } from './invoice-draft.ts';
import type { Draft, NewLine } from './invoice-draft.ts';
import { historyKey, payerOf } from './queries/run-ground.ts';
import type { RunGround } from './queries/run-ground.ts';
import { renewalLine } from './renewal-line.ts';
import { usageLines } from './usage-lines.ts';

/** A service on an invoice. `closings`: what of its use is billed along. */
export interface Billed {
  service: DueService;
  closings: Omit<Closing, 'invoice'>[];
}

/** One invoice with all that is billed on it. */
export interface Renewal {
  draft: Draft;
  billed: readonly Billed[];
}

/** What is not billed by itself. `total` in minor units; null where it would be below zero. */
export interface Held {
  service: DueService;
  payer: Id<'organization'>;
  total: bigint | null;
  reasons: readonly HoldReason[];
}

/** What a service is asked; `asked` is before taxes, `isApproved` where staff have said to bill it however it looks. */
interface Asked extends Billed {
  lines: NewLine[];
  asked: bigint;
  dueOn: CalendarDate;
  isApproved: boolean;
}

/**
 * What the due services of a batch are billed: each period that has no invoice, those of a client that are due together on one, unless
 * something about it looks wrong. Then nothing is billed to who pays for it, but for what staff have approved. Where nothing was used and
 * nothing else is asked (`idle`), the period passes without an invoice. Pure, but for letting others in between.
 */
export async function decideRenewals(
  services: readonly DueService[],
  ground: RunGround,
  newId: () => Id<'invoice'>,
): Promise<{ renewals: Renewal[]; held: Held[]; idle: Billed[] }> {
  const idle: Billed[] = [];
  const together = new Map<string, Asked[]>();
  const others = inSlices();
  for (const service of services) {
    await others();
    if (ground.known.has(service.id)) continue;
    const one = ask(service, ground);
    if (one.lines.length === 0) idle.push(one);
    else listIn(together, keyOf(one, ground), one);
  }
  const parked = new Set(ground.parked);
  const today = new Map<string, number>();
  const decided: { draft: Draft | null; all: readonly Asked[]; looked: readonly Held[] }[] = [];
  for (const all of together.values()) {
    await others();
    const draft = draftFor(all, ground, newId);
    const looked = draft && all[0]!.isApproved ? [] : look(all, draft, ground, today);
    for (const { payer, reasons } of looked) if (reasons.length > 0) parked.add(payer);
    decided.push({ draft, all, looked });
  }
  const goes = ({ draft, all }: (typeof decided)[number]) =>
    draft !== null && (all[0]!.isApproved || !parked.has(draft.invoice.organization));
  return {
    renewals: decided.filter(goes).map(({ draft, all }) => ({ draft: draft!, billed: all })),
    held: decided
      .filter((one) => !goes(one))
      .flatMap(({ looked }) => looked)
      .map((one) => (one.reasons.length > 0 ? one : { ...one, reasons: ['with_others'] })),
    idle,
  };
}

/** No lines: nothing was used, and nothing else is asked. */
function ask(service: DueService, { used, invoicing, approved }: RunGround): Asked {
  const { nextPeriod: period } = service;
  const line = renewalLine(service, period);
  const price = line.unitPrice * BigInt(line.quantity) - (line.discount ?? 0n);
  const use = used.get(service.id);
  const { lines, closings } = use?.until === period.from ? usageLines(service, use.windows, price) : noUse;
  const free = line.unitPrice === 0n && isMetered(service);
  return {
    service,
    closings,
    lines: free ? lines : [line, ...lines],
    asked: lines.reduce((sum, { unitPrice }) => sum + unitPrice, price),
    dueOn: dueDay(service, invoicing),
    isApproved: approved.has(service.id),
  };
}

/** What shares an invoice: of one client and currency, due on one day, paid and chased in one way, unless somebody wants it apart. */
function keyOf({ service, asked, dueOn, isApproved }: Asked, ground: RunGround): string {
  const { id, organization, currency, nextPeriod } = service;
  // One of nothing is paid at once and waits for no other, and one below zero would spoil them.
  if (asked <= 0n || !payerOf(ground, organization).together) return id;
  const timeline = ground.timelineOf(termsFrom(nextPeriod.from, service).planId);
  return [organization, currency, dueOn, timeline, ground.byHand.has(id), isApproved].join(' ');
}

function draftFor(all: readonly Asked[], ground: RunGround, newId: () => Id<'invoice'>): Draft | null {
  const { service, dueOn } = all[0]!;
  const { organization, currency } = service;
  const { payer, ground: taxes, heading } = payerOf(ground, organization);
  return draftInvoice(
    {
      id: newId(),
      organization,
      payer,
      kind: 'renewal',
      orderId: null,
      lines: all.flatMap(({ lines }) => lines),
      currency,
      dueOn,
      notes: '',
      purchaseOrder: '',
    },
    taxes,
    heading(currency),
  );
}

/** Looks at each service of an invoice by itself. `today`: of each payer, how many were looked at. */
function look(
  all: readonly Asked[],
  draft: Draft | null,
  ground: RunGround,
  today: Map<string, number>,
): Held[] {
  const { organization, currency } = all[0]!.service;
  const { payer, ground: taxes, heading } = payerOf(ground, organization);
  const { buyer } = heading(currency);
  const before = ground.histories.get(historyKey(payer, currency));
  const parts = draft && partsOf(draft);
  return all.map(({ service, asked }) => {
    const nth = (today.get(payer) ?? before?.today ?? 0) + 1;
    today.set(payer, nth);
    const part = parts?.get(service.id);
    const total = part ? part.total : null;
    const reasons = reasonsToHold(
      {
        total,
        // What promotions took off is meant to come to nothing.
        charged: asked,
        taxes: part?.taxes ?? [],
        begins: service.nextPeriod.from,
        nth,
        largest: before?.largest ?? 0n,
        buyer,
        ground: taxes,
      },
      ground.bounds,
    );
    return { service, payer, total, reasons };
  });
}

function listIn<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
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
