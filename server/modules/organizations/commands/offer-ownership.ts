import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import type { MemberRole } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { offerClosed, offerOpen, ownerOnly } from '../contract.ts';
import { ownershipAnswered, ownershipOffered } from '../events.ts';
import { ownershipAnswer, ownershipOffer } from '../messages.ts';
import { lockMember } from './manage-member.ts';

const daysOpen = 7;

/** Offers the ownership to a member; nothing changes until they accept. Errors: `owner_only`, `not_found`, `offer_open`. */
export async function offerOwnership(
  tx: Tx,
  {
    by,
    session,
    person,
    thenRole,
  }: { by: Membership; session: Session; person: Id<'person'>; thenRole: MemberRole },
): Promise<void> {
  if (by.role !== 'owner' || by.via) throw new Problem(ownerOnly);
  const { role } = await lockMember(tx, by.id, person);
  if (role === 'owner') throw new Problem(notFound);
  await tx.db
    .updateTable('organizations.ownership_offers')
    .set({ closed_at: tx.now, outcome: 'withdrawn' })
    .where('organization_id', '=', by.id)
    .where('closed_at', 'is', null)
    .where('expires_at', '<=', tx.now)
    .execute();
  const id = tx.newId<'offer'>();
  const added = await tx.db
    .insertInto('organizations.ownership_offers')
    .values({
      organization_id: by.id,
      id,
      from_person: session.person.id,
      to_person: person,
      then_role: thenRole,
      created_at: tx.now,
      expires_at: new Date(tx.now.getTime() + daysOpen * 86_400_000),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem(offerOpen);
  const people = { offerId: id, from: session.person.id, to: person };
  tx.emit(ownershipOffered, {
    organizationId: by.id,
    subject: { kind: 'organization', id: by.id },
    data: people,
  });
  tx.tell(ownershipOffer, {
    to: { person },
    organizationId: by.id,
    occurrence: id,
    data: {
      organization: by.name,
      from: session.person.name,
      path: `/o/${by.slug}/organization`,
      days: daysOpen,
    },
  });
}

/**
 * Answers an offer: the one it was made to accepts or declines, the one who made it withdraws. Accepted, both change roles in this one
 * transaction. Errors: `not_found`, `offer_closed`.
 */
export async function answerOwnership(
  tx: Tx,
  {
    by,
    session,
    offer: id,
    outcome,
  }: {
    by: Membership;
    session: Session;
    offer: Id<'offer'>;
    outcome: 'accepted' | 'declined' | 'withdrawn';
  },
): Promise<void> {
  const who = outcome === 'withdrawn' ? 'from_person' : 'to_person';
  const offer = await tx.db
    .selectFrom('organizations.ownership_offers')
    .select(['from_person', 'to_person', 'then_role', 'expires_at', 'closed_at'])
    .where('organization_id', '=', by.id)
    .where('id', '=', id)
    .where(who, '=', session.person.id)
    .forUpdate()
    .executeTakeFirst();
  if (!offer) throw new Problem(notFound);
  if (offer.closed_at || offer.expires_at <= tx.now) throw new Problem(offerClosed);
  const from = offer.from_person as Id<'person'>;
  const to = offer.to_person as Id<'person'>;
  await tx.db
    .updateTable('organizations.ownership_offers')
    .set({ closed_at: tx.now, outcome })
    .where('organization_id', '=', by.id)
    .where('id', '=', id)
    .execute();
  if (outcome === 'accepted') await passOn(tx, by.id, { from, to, thenRole: offer.then_role as MemberRole });
  const about = { organizationId: by.id, subject: { kind: 'organization', id: by.id } };
  tx.emit(ownershipAnswered, { ...about, data: { offerId: id, from, to, outcome } });
  for (const person of [from, to]) {
    tx.tell(ownershipAnswer, {
      to: { person },
      organizationId: by.id,
      occurrence: id,
      data: {
        organization: by.name,
        outcome,
        yours: person === to,
        path: `/o/${by.slug}/organization`,
      },
    });
  }
}

/** The rows in the order of ids, as those who take owners away lock them. */
async function passOn(
  tx: Tx,
  organization: Id<'organization'>,
  { from, to, thenRole }: { from: Id<'person'>; to: Id<'person'>; thenRole: MemberRole },
): Promise<void> {
  for (const person of [from, to].toSorted()) {
    const { role, version } = await lockMember(tx, organization, person);
    if (person === from && role !== 'owner') throw new Problem(offerClosed);
    await tx.db
      .updateTable('organizations.members')
      .set({
        ...(person === to
          ? { role: 'owner', role_id: null, services: null, spending_limit: null, until: null }
          : { role: thenRole }),
        version: version + 1,
      })
      .where('organization_id', '=', organization)
      .where('person_id', '=', person)
      .execute();
  }
}
