import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { openStatuses } from '../domain/abilities.ts';
import { nextStep } from '../domain/dunning/next-step.ts';
import type { Collection } from '../dunning-contract.ts';
import { readDunning } from '../dunning-row.ts';
import type { Collectable } from '../dunning-row.ts';
import { organizationOf } from '../invoice-row.ts';
import { listFeeInvoices } from './late-fees.ts';

/** How it stands with getting one invoice paid. Errors: `not_found`. */
export async function showCollection(db: Db, invoice: Id<'invoice'>, now: Date): Promise<Collection> {
  const found = await findOpen(db, invoice);
  if (!found) {
    await organizationOf({ db }, invoice);
    return { open: null };
  }
  const [dunning, fees] = await Promise.all([
    readDunning(db, found, await plansOn(db, found), now),
    listFeeInvoices(db, found),
  ]);
  const next = nextStep(dunning.facts);
  return {
    open: {
      timeline: { name: dunning.timeline.name, version: dunning.timeline.version },
      pinned: dunning.pinned,
      heldSince: dunning.heldSince?.toISOString() ?? null,
      timeZone: dunning.timeZone,
      fees,
      next: next && { kind: next.step.kind, on: next.on, at: next.step.at, held: next.held },
    },
  };
}

async function findOpen(db: Db, invoice: Id<'invoice'>): Promise<Collectable | null> {
  const { rows } = await sql<Collectable>`
    select i.organization_id as organization, i.id, i.issued_on as "issuedOn", i.due_on as "dueOn", i.settlement, i.collection
    from billing.invoices i where i.id = ${invoice} and i.status = any (${[...openStatuses]}::text[]) and i.number is not null`.execute(
    db,
  );
  return rows[0] ?? null;
}

async function plansOn(
  db: Db,
  { organization, id }: Pick<Collectable, 'organization' | 'id'>,
): Promise<string[]> {
  const { rows } = await sql<{ plan: string }>`
    select distinct s.plan_id as plan
    from billing.invoice_lines l join services.services s on s.organization_id = l.for_organization_id and s.id = l.service_id
    where l.organization_id = ${organization} and l.invoice_id = ${id}`.execute(db);
  return rows.map(({ plan }) => plan);
}
