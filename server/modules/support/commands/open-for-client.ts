import type { z } from 'zod';
import type { Locale, Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { notAMember } from '../contract.ts';
import type { openForClientBody } from '../contract.ts';
import { openWithPeople } from './open-with-people.ts';

/**
 * What somebody of a client said on the telephone, or what we have to tell them, as a ticket of theirs.
 * Errors: those of `openWithPeople`.
 */
export async function openForClient(
  tx: Tx,
  { person }: Session,
  { organizationId, requesterId, ...ticket }: z.output<typeof openForClientBody>,
): Promise<{ id: Id<'ticket'>; number: number }> {
  const requester = await tx.db
    .selectFrom('organizations.members as m')
    .innerJoin('identity.people as p', 'p.id', 'm.person_id')
    .select(['p.name', 'p.locale'])
    .where('m.organization_id', '=', organizationId)
    .where('m.person_id', '=', requesterId)
    .executeTakeFirst();
  if (!requester) throw new Problem(notAMember);
  return openWithPeople(tx, person, {
    ...ticket,
    organization: organizationId,
    requester: { id: requesterId, name: requester.name },
    language: requester.locale as Locale,
    author: { kind: 'staff', id: person.id, name: person.name },
  });
}
