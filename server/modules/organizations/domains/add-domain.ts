import { randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { domainThere, publicProvider, tooManyDomains } from '../contract.ts';
import { isPublicProvider } from '../domain/domain-name.ts';
import { domainAdded, domainRemoved } from '../events.ts';

const most = 20;

/** Notes a domain that is still to be proved. Errors: `public_provider`, `domain_there`, `too_many_domains`. */
export async function addDomain(
  tx: Tx,
  {
    organization,
    person,
    domain,
  }: { organization: Id<'organization'>; person: Id<'person'>; domain: string },
): Promise<void> {
  if (isPublicProvider(domain)) throw new Problem(publicProvider);
  const { count } = await tx.db
    .selectFrom('organizations.domains')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('organization_id', '=', organization)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) throw new Problem(tooManyDomains);
  const id = tx.newId<'domain'>();
  const added = await tx.db
    .insertInto('organizations.domains')
    .values({
      organization_id: organization,
      id,
      domain,
      token: randomToken(),
      added_by: person,
      added_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'domain']).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new Problem(domainThere);
  tx.emit(domainAdded, { organizationId: organization, subject: { kind: 'domain', id }, data: { domain } });
}

/** Errors: `not_found`. */
export async function removeDomain(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'domain'>,
): Promise<void> {
  const removed = await tx.db
    .deleteFrom('organizations.domains')
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .returning('domain')
    .executeTakeFirst();
  if (!removed) throw new Problem(notFound);
  tx.emit(domainRemoved, { organizationId: organization, subject: { kind: 'domain', id }, data: removed });
}
