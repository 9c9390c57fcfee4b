import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { domainNotProved, domainTaken, namesSilent } from '../contract.ts';
import { domainStates } from '../domain/domain-states.ts';
import type { DomainState } from '../domain/domain-states.ts';
import { domainOff, domainVerified } from '../events.ts';
import { findVerifiedDomain, recordOf } from './queries.ts';

/** Looks for the record and, where it is, makes the domain the organization's. Errors: `domain_not_proved`, `domain_taken`, `names_silent`. */
export async function proveDomain(
  ctx: Ctx,
  organization: Id<'organization'>,
  id: Id<'domain'>,
): Promise<void> {
  const system = ctx.within(everything);
  const row = await system.read((db) => selectDomain(db, organization, id).executeTakeFirst());
  if (!row) throw new Problem(notFound);
  const there = await hasRecord(ctx, row).catch(() => {
    throw new Problem(namesSilent);
  });
  if (!there) throw new Problem(domainNotProved);
  await system.transact((tx) => holdDomain(tx, organization, id, null));
}

/** Throws when no name server could tell. */
export async function hasRecord(
  ctx: Ctx,
  { domain, token }: { domain: string; token: string },
): Promise<boolean> {
  const { name, value } = recordOf(domain, token);
  return (await ctx.ports.names.texts(name)).some((text) => text.trim() === value);
}

/**
 * Makes the domain the organization's, as its record was seen or (`by`) as a staff member says. Where two prove one domain at once, the
 * second is told like anybody else. Errors: `domain_taken`, `not_found`.
 */
export async function holdDomain(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'domain'>,
  by: Id<'person'> | null,
): Promise<void> {
  const { domain, state } = await lockDomain(tx, organization, id);
  domainStates.assertMove(state, 'verified');
  const holder = await findVerifiedDomain(tx.db, domain);
  if (holder && holder.organization !== organization) throw new Problem(domainTaken);
  await tx.db
    .updateTable('organizations.domains')
    .set({ state: 'verified', verified_at: tx.now, verified_by: by, checked_at: tx.now, missing_since: null })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute()
    .catch((error: Error & { code?: string }) => {
      throw error.code === '23505' ? new Problem(domainTaken) : error;
    });
  tx.emit(domainVerified, {
    organizationId: organization,
    subject: { kind: 'domain', id },
    data: { domain, by: by ? 'staff' : 'record' },
  });
}

/** Takes a domain back, as staff may. Errors: `not_found`, `wrong_state`. */
export async function takeDomainBack(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'domain'>,
): Promise<void> {
  const { domain, state } = await lockDomain(tx, organization, id);
  await switchOff(tx, { organization, id, domain, state }, 'staff');
}

export async function switchOff(
  tx: Tx,
  of: { organization: Id<'organization'>; id: Id<'domain'>; domain: string; state: DomainState },
  why: 'record_missing' | 'staff',
): Promise<void> {
  domainStates.assertMove(of.state, 'off');
  await tx.db
    .updateTable('organizations.domains')
    .set({ state: 'off', missing_since: null, verified_by: null })
    .where('organization_id', '=', of.organization)
    .where('id', '=', of.id)
    .execute();
  tx.emit(domainOff, {
    organizationId: of.organization,
    subject: { kind: 'domain', id: of.id },
    data: { domain: of.domain, why },
  });
}

/** The row, held for what this transaction does with it. Errors: `not_found`. */
async function lockDomain(tx: Tx, organization: Id<'organization'>, id: Id<'domain'>) {
  const row = await selectDomain(tx.db, organization, id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return { ...row, state: row.state as DomainState };
}

export const selectDomain = (db: Db, organization: Id<'organization'>, id: Id<'domain'>) =>
  db
    .selectFrom('organizations.domains')
    .select(['domain', 'state', 'token', 'verified_by', 'missing_since'])
    .where('organization_id', '=', organization)
    .where('id', '=', id);
