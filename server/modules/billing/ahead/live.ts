import { dateIn, timeIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { RunningService } from '../../services/index.ts';
import type { DunningFacts } from '../domain/dunning/next-step.ts';
import type { LateFeesSoFar } from '../queries/late-fees.ts';
import { payerOf } from '../queries/run-ground.ts';
import type { RunGround } from '../queries/run-ground.ts';
import type { AheadGround, ClientAhead, InvoicePart, OwedInvoice } from './ground.ts';
import type {
  Assumption,
  ChargedInvoice,
  ChargingAhead,
  Happening,
  HappeningFacts,
  HappeningKind,
  NamedInvoice,
  NamedService,
} from './happening.ts';

/** A day and a time of day in the client's zone; compares as text. */
export interface Moment {
  readonly on: CalendarDate;
  readonly at: string;
}

export const isBefore = (one: Moment, other: Moment) =>
  one.on < other.on || (one.on === other.on && one.at < other.at);
export const later = (one: Moment, other: Moment) => (isBefore(one, other) ? other : one);

/** Something that is going to happen. Of several at one moment the one of the lowest `order` comes first. */
export interface Due {
  readonly moment: Moment;
  readonly order: number;
  readonly happen: () => void | Promise<void>;
}

/** An invoice while time is played; `open` in minor units. */
export interface LiveInvoice {
  readonly named: NamedInvoice;
  readonly kind: string;
  readonly currency: Currency;
  readonly services: readonly NamedService[];
  readonly alone: boolean;
  readonly parts: ReadonlyMap<string, InvoicePart>;
  open: bigint;
  partlyPaid: boolean;
  facts: DunningFacts;
  promise: CalendarDate | null;
  fees: LateFeesSoFar;
  /** Money is said to be on its way: nobody is chased. */
  readonly pending: boolean;
  /** A step waits for a notice that never arrived, which has been told. */
  waits: boolean;
}

/** A service while time is played. `heldBack`: it waits until staff have looked at what it comes to. */
export interface LiveService {
  readonly named: NamedService;
  service: RunningService;
  ended: boolean;
  heldBack: boolean;
}

/** One client's time as it is played. */
export interface Play {
  readonly client: ClientAhead;
  readonly ground: AheadGround;
  run: RunGround;
  readonly charging: ChargingAhead;
  readonly assumption: Assumption;
  readonly told: Happening[];
  readonly services: Map<string, LiveService>;
  readonly invoices: Set<LiveInvoice>;
  readonly credit: Map<Currency, bigint>;
  readonly began: CalendarDate;
  clock: Moment;
  made: number;
}

/** Puts a client where it stands now. Its own copy of what the run knows, since both change as time goes by. */
export function begin(
  client: ClientAhead,
  ground: AheadGround,
  { assumption, charging }: { assumption: Assumption; charging: ChargingAhead },
): Play {
  const mine = new Set<string>([client.id, ...client.services.map(({ organization }) => organization)]);
  const payers = [...ground.run.payers].filter(([, { payer }]) => payer === client.id);
  const on = dateIn(client.timeZone, ground.at);
  return {
    client,
    ground,
    run: {
      ...ground.run,
      payers: new Map(payers),
      known: new Set(ground.run.known),
      histories: new Map([...ground.run.histories].filter(([key]) => mine.has(key.split(' ')[0]!))),
    },
    charging,
    assumption,
    told: [],
    services: new Map(client.services.map((service) => [service.id, liveService(service)])),
    invoices: new Set(client.invoices.map(liveInvoice)),
    credit: new Map(client.credit),
    began: on,
    clock: { on, at: timeIn(client.timeZone, ground.at) },
    made: 0,
  };
}

function liveService(service: RunningService): LiveService {
  const { id, organization, label, names } = service;
  const named = { id, organization, names: label === '' ? names : { id: label, en: label } };
  return { named, service, ended: false, heldBack: false };
}

function liveInvoice(owed: OwedInvoice): LiveInvoice {
  const { id, number, names, kind, currency, total, paid, services, alone, parts } = owed;
  const { dunning, fees, status } = owed;
  return {
    named: { key: id, id, number, names },
    kind,
    currency,
    services,
    alone,
    parts: new Map(
      parts.map(({ service, amount, ...time }) => [service, { ...time, amount: BigInt(amount) }]),
    ),
    open: total - paid,
    partlyPaid: paid > 0n,
    facts: dunning.facts,
    promise: dunning.promise,
    fees,
    pending: status === 'pending',
    waits: false,
  };
}

interface Told {
  invoice?: LiveInvoice;
  services?: readonly NamedService[];
  amount?: bigint;
  currency?: Currency;
  facts?: HappeningFacts;
}

/** Writes down what happens now. */
export function tell(
  { told, clock }: Play,
  kind: HappeningKind,
  { invoice, services = invoice?.services ?? [], amount, currency = invoice?.currency, facts = {} }: Told,
): void {
  told.push({
    ...clock,
    kind,
    amount: amount ?? null,
    currency: amount === undefined ? null : currency!,
    invoice: invoice?.named ?? null,
    services,
    facts,
  });
}

export const charged = ({ named, kind, currency, open, services }: LiveInvoice): ChargedInvoice => ({
  key: named.key,
  id: named.id,
  kind,
  currency,
  open,
  services: services.map(({ id }) => id),
});

export const isOverdue = ({ clock }: Play, { facts, open }: LiveInvoice) =>
  open > 0n && clock.on > facts.dueOn;

/** What decides on the day it is now about taxes, for the client itself or one it pays for. */
export function payerToday({ run, clock }: Play, organization: Id<'organization'>) {
  const found = payerOf(run, organization);
  return { ...found, ground: { ...found.ground, on: clock.on } };
}
