import type { Id } from '../../../kernel/values/ids.ts';
import { isBilled, onceInvoiced, termsFrom } from '../../services/index.ts';
import type { DueService } from '../../services/index.ts';
import type { Period } from '../domain/charges/periods.ts';
import { decideRenewals } from '../decide-renewals.ts';
import type { Held, Renewal } from '../decide-renewals.ts';
import { mostOf, partsOf } from '../invoice-draft.ts';
import type { Draft } from '../invoice-draft.ts';
import type { Timeline } from '../dunning-row.ts';
import { historyKey } from '../queries/run-ground.ts';
import type { History, RunGround } from '../queries/run-ground.ts';
import type { HappeningKind, NamedInvoice } from './happening.ts';
import { charged, tell } from './live.ts';
import type { LiveInvoice, LiveService, Play } from './live.ts';
import { useCredit } from './settle.ts';

const nobody = '00000000-0000-7000-8000-000000000000' as Id<'invoice'>;

/** Bills what is due today, all together as a run does. What it would hold back is told, and waits from then on. */
export async function renew(play: Play, due: readonly LiveService[]): Promise<void> {
  const services = due.flatMap(({ service }) => (isBilled(service) ? [service] : []));
  const liveOf = (service: DueService) => play.services.get(service.id)!;
  const ground = groundToday(play);
  const { renewals, held } = await decideRenewals(services, ground, () => nobody);
  for (const renewal of renewals) issueRenewal(play, renewal);
  for (const each of held) hold(play, liveOf(each.service), each);
  noteHistory(play, renewals);
  for (const service of services) {
    const live = liveOf(service);
    if (live.heldBack) continue;
    live.service = onceInvoiced(service, play.ground.rules) ?? { ...service, nextPeriod: null };
  }
  // What was invoiced already has been moved on from.
  play.run = { ...play.run, known: new Set() };
}

/** Nobody knows yet what else is billed on a day to come. */
function groundToday({ run, began, clock: { on } }: Play): RunGround {
  const histories = [...run.histories].map(
    ([key, { largest, today }]) => [key, { largest, today: on === began ? today : 0 }] as const,
  );
  const payers = [...run.payers].map(
    ([organization, payer]) => [organization, { ...payer, ground: { ...payer.ground, on } }] as const,
  );
  return { ...run, payers: new Map(payers), histories: new Map(histories) };
}

/** From tomorrow on the most that was asked for one service today counts. */
function noteHistory(play: Play, renewals: readonly Renewal[]): void {
  const histories = new Map<string, History>(play.run.histories);
  for (const { draft } of renewals) {
    const { organization, currency } = draft.invoice;
    const key = historyKey(organization, currency);
    const before = histories.get(key)?.largest ?? 0n;
    const most = mostOf(draft);
    histories.set(key, { largest: most > before ? most : before, today: 0 });
  }
  play.run = { ...play.run, histories };
}

function issueRenewal(play: Play, { draft, billed }: Renewal): void {
  const services = billed.map(({ service }) => service);
  const plans = services.map(({ nextPeriod, ...service }) => termsFrom(nextPeriod.from, service).planId);
  const begins = services.some(({ nextTerms, nextPeriod }) => nextTerms?.on === nextPeriod.from);
  const [{ nextPeriod }] = services as [DueService];
  const first = play.services.get(services[0]!.id)!.named.names;
  issue(play, 'invoice', draft, {
    live: services.map(({ id }) => play.services.get(id)!),
    timeline: play.ground.timelineFor(plans),
    isFee: false,
    facts: { period: nextPeriod, ...(begins && { begins }) },
    names: first,
    periods: new Map(services.map((service) => [service.id as string, service.nextPeriod])),
  });
}

/** Puts an invoice among what is owed. One of nothing is paid at once. */
export function issue(
  play: Play,
  kind: HappeningKind,
  draft: Draft,
  {
    live,
    timeline,
    isFee,
    facts,
    names,
    periods = new Map(),
  }: {
    live: readonly LiveService[];
    timeline: Timeline;
    isFee: boolean;
    facts: object;
    names: NamedInvoice['names'];
    /** That it is for, by service. */
    periods?: ReadonlyMap<string, Period>;
  },
): void {
  const { invoice } = draft;
  play.made++;
  const services = live.map(({ named }) => named);
  const issued: LiveInvoice = {
    named: { key: `new ${play.made}`, id: null, number: null, names },
    kind: invoice.kind,
    currency: invoice.currency,
    services,
    alone: services.length === 1,
    parts: new Map(
      [...partsOf(draft)].flatMap(([service, { total }]) => {
        const period = service === null ? undefined : periods.get(service);
        const time = { from: period?.from ?? null, through: period?.to ?? null };
        return service === null ? [] : [[service, { ...time, amount: total }] as const];
      }),
    ),
    open: invoice.total,
    partlyPaid: false,
    facts: {
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      today: play.clock.on,
      time: play.clock.at,
      settlement: 'unpaid',
      collection: 'none',
      plan: timeline.plan,
      calendar: play.ground.calendar,
      done: [],
      noticedOn: null,
      promisedOn: null,
    },
    promise: null,
    fees: { isFee, periods: [], charged: 0n, promised: [] },
    pending: false,
    waits: false,
  };
  const { subtotal: net, tax, total, dueOn } = invoice;
  tell(play, kind, { invoice: issued, amount: total, facts: { net, tax, dueOn, ...facts } });
  if (total === 0n) return;
  play.invoices.add(issued);
  useCredit(play, issued);
  if (issued.open > 0n) play.charging.ask(charged(issued));
}

function hold(play: Play, live: LiveService, { service, total, reasons }: Held): void {
  live.heldBack = true;
  // Whoever pays for it is left alone as a whole, until staff have looked.
  play.run = { ...play.run, parked: new Set([...play.run.parked, play.client.id]) };
  tell(play, 'held_back', {
    services: [live.named],
    ...(total !== null && { amount: total, currency: service.currency }),
    facts: { period: service.nextPeriod, reasons },
  });
}
