import type { Locale } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { slugOf } from '../domain/slug.ts';
import { organizationCreated } from '../events.ts';
import { addMember } from './add-member.ts';

export interface NewOrganization {
  name: string;
  billingEmail: string;
  country: string;
  currency: string;
  locale: Locale;
  timeZone: string;
  owner: Id<'person'> | null;
  parent?: Id<'organization'>;
  /** A guest's has no members until it is claimed. */
  kind?: 'client' | 'guest';
  address?: string;
  taxId?: string;
}

/** Creates an organization; its owner, where there is one, becomes its first member. */
export async function createOrganization(
  tx: Tx,
  input: NewOrganization,
): Promise<{ id: Id<'organization'>; slug: string }> {
  const id = tx.newId<'organization'>();
  const slug = await insert(tx, id, input);
  tx.emit(organizationCreated, {
    organizationId: id,
    subject: { kind: 'organization', id },
    data: { ownerId: input.owner },
  });
  if (input.owner) await addMember(tx, { organization: id, person: input.owner, role: 'owner' });
  return { id, slug };
}

/** Takes the first free address: the name's own, then with -2, -3 …, then with a part of the id, which is free for certain. */
async function insert(tx: Tx, id: Id<'organization'>, input: NewOrganization): Promise<string> {
  const base = slugOf(input.name);
  for (const slug of [base, `${base}-2`, `${base}-3`, `${base}-${id.slice(-8)}`]) {
    const added = await tx.db
      .insertInto('organizations.organizations')
      .values({
        id,
        slug,
        name: input.name,
        billing_email: input.billingEmail,
        country: input.country,
        currency: input.currency,
        locale: input.locale,
        time_zone: input.timeZone,
        parent_id: input.parent ?? null,
        kind: input.kind ?? 'client',
        address: input.address ?? '',
        tax_id: input.taxId ?? '',
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst();
    if (added) return added.slug;
  }
  assert(false, 'an address with part of the id is free');
}
