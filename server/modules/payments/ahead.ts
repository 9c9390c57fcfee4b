import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import type { Ports } from '../../kernel/ports.ts';
import { readSettings } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { ChargedInvoice, ChargingAhead } from '../billing/index.ts';
import { findMethods } from './charge-facts.ts';
import type { Card } from './charge-facts.ts';
import type { DeclineClass } from './domain/attempt.ts';
import { nextCharge } from './domain/charging.ts';
import type { ChargeRules, Tried } from './domain/charging.ts';
import { mayPayWith, offeredMethods } from './queries/methods.ts';
import { automaticPayment, offered } from './settings.ts';

interface Known {
  zone: string;
  rules: ChargeRules;
  /** The business charges by itself, and the client has not said that it pays by hand. */
  wanted: boolean;
  methods: Card[];
  tried: ReadonlyMap<string, readonly Tried[]>;
  /** Invoices that were to be paid without asking before. */
  asked: ReadonlySet<string>;
  byHand: ReadonlySet<string>;
}

/**
 * How each of these clients is going to be charged without asking: by what decides about real charges, from what has happened until now.
 * Each is for one rehearsal: call it to begin one. Needs to see everything.
 */
export async function readChargingAhead(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  clients: readonly { id: Id<'organization'>; timeZone: string }[],
  now: Date,
): Promise<(client: Id<'organization'>) => ChargingAhead> {
  const ids = clients.map(({ id }) => id);
  const [rules, offers] = await readSettings(db, automaticPayment, offered);
  const since = new Date(now.getTime() - rules.most.days * 24 * 3_600_000);
  const [methods, tries, byHand] = await Promise.all([
    findMethods(db, ids, since),
    findAllTries(db, ids),
    findByHand(db, ids),
  ]);
  const ways = offeredMethods({ gateways: ports.gateways }, offers).filter(
    ({ gateway }) => gateway.chargeSaved,
  );
  const takes = (card: Card, { open: amount, currency }: ChargedInvoice) =>
    ways.some(
      ({ gateway, method }) =>
        gateway.name === card.gateway &&
        method.kind === card.kind &&
        mayPayWith(method, { amount, currency }) === true,
    );
  return (client) =>
    chargingOf(
      {
        zone: clients.find(({ id }) => id === client)!.timeZone,
        rules,
        wanted: rules.renewals && !byHand.clients.has(client),
        methods: methods.get(client) ?? [],
        tried: tries.tried,
        asked: tries.asked,
        byHand: byHand.services,
      },
      takes,
    );
}

function chargingOf(
  { zone, rules, wanted, methods, tried: before, asked, byHand }: Known,
  takes: (card: Card, invoice: ChargedInvoice) => boolean,
): ChargingAhead {
  const tried = new Map<string, Tried[]>();
  const wants = new Set(asked);
  const declines = new Map(methods.map(({ id, declinedAt }) => [id as string, [...declinedAt]]));
  return {
    ask({ key, kind }) {
      if (kind === 'renewal' && wanted && methods.length > 0) wants.add(key);
    },
    next(invoice, now) {
      if (!wanted || !wants.has(invoice.key) || invoice.services.some((id) => byHand.has(id))) return null;
      const usable = methods
        .filter((card) => takes(card, invoice))
        .map((card) => ({ ...card, declinedAt: declines.get(card.id)! }));
      const own = [...(before.get(invoice.key) ?? []), ...(tried.get(invoice.key) ?? [])];
      const next = nextCharge({ now, zone, rules, methods: usable, tried: own });
      if ('stopped' in next) return null;
      return { ...next, label: methods.find(({ id }) => id === next.method)!.label };
    },
    decline({ key }, method, at) {
      tried.set(key, [...(tried.get(key) ?? []), { method, at, class: 'retry', code: 'insufficient_funds' }]);
      declines.get(method)!.push(at);
    },
  };
}

/** What was tried automatically and failed, of invoices that are to be paid without asking. */
async function findAllTries(db: Db, clients: readonly Id<'organization'>[]) {
  const { rows } = await sql<{
    invoice: string;
    method: string | null;
    at: Date;
    class: DeclineClass | null;
    code: string | null;
  }>`
    select c.invoice_id as invoice, a.saved_method_id as method, a.status_at as at, a.failure_class as class, a.failure_code as code
    from payments.automatic_charges c
      left join payments.attempt_invoices i on i.organization_id = c.organization_id and i.invoice_id = c.invoice_id
      left join payments.attempts a on a.organization_id = i.organization_id and a.id = i.attempt_id
        and a.purpose = 'automatic' and a.failure_class is not null
    where c.organization_id = any (${clients}::uuid[]) and c.state <> 'over' order by a.id`.execute(db);
  const tried = new Map<string, Tried[]>();
  for (const { invoice, method, at, class: declined, code } of rows)
    if (declined !== null)
      tried.set(invoice, [
        ...(tried.get(invoice) ?? []),
        { method: method ?? '', at, class: declined, code: code! },
      ]);
  return { tried, asked: new Set(rows.map(({ invoice }) => invoice)) };
}

async function findByHand(db: Db, clients: readonly Id<'organization'>[]) {
  const { rows } = await sql<{ client: string; service: string | null }>`
    select organization_id as client, null::uuid as service from payments.paid_by_hand where organization_id = any (${clients}::uuid[])
    union all select organization_id, service_id from payments.services_paid_by_hand where organization_id = any (${clients}::uuid[])`.execute(
    db,
  );
  return {
    clients: new Set(rows.flatMap(({ client, service }) => (service === null ? [client] : []))),
    services: new Set(rows.flatMap(({ service }) => service ?? [])),
  };
}
