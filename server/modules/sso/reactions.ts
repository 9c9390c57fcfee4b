import { on } from '../../kernel/events/reactions.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { endSessionsThatCameBy } from '../identity/index.ts';
import { memberRemoved } from '../organizations/events.ts';

/** Who is taken out of an organization is not known to its provider any more, and what they came by ends. */
const forgetLink = on(memberRemoved, 'sso.forget-link', async (tx, fact) => {
  const organization = fact.organizationId as Id<'organization'>;
  const { personId: person } = fact.data;
  await tx.db
    .deleteFrom('sso.identities')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .execute();
  const signIns = await tx.db
    .selectFrom('sso.sign_ins')
    .select('id')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .execute();
  await endSessionsThatCameBy(
    tx,
    signIns.map(({ id }) => id),
  );
});

export const reactions = [forgetLink];
