import type { Locale } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { isTimeZone } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addPerson } from '../../identity/index.ts';
import {
  builtIn,
  domainOf,
  findOrganization,
  findVerifiedDomain,
  joinByDirectory,
  lastOwner,
  leaveByDirectory,
} from '../../organizations/index.ts';
import { languageOf, nameOf } from '../domain/account.ts';
import type { Account } from '../domain/account.ts';
import { addedByDirectory } from '../messages.ts';
import { refusals } from '../scim.ts';
import { plainRole } from './settle-roles.ts';

/** Errors: `scim_invalid_value` for an address of a domain that the organization has not shown to be its own. */
export async function requireOwnDomain(
  tx: Tx,
  organization: Id<'organization'>,
  email: string,
): Promise<void> {
  const found = await findVerifiedDomain(tx.db, domainOf(email));
  if (found?.organization !== organization) {
    throw new Problem(refusals.invalidValue, {
      detail: 'The email address is not of a verified domain of this organization.',
    });
  }
}

/**
 * Makes the person of an address a member; they are told by mail. Who has no account gets one without a password. The role comes after,
 * from the groups. `wasMember`: was one before.
 */
export async function join(
  tx: Tx,
  organization: Id<'organization'>,
  account: Account,
  email: string,
): Promise<{ person: Id<'person'>; wasMember: boolean }> {
  const { name, slug, locale, timeZone } = await findOrganization(tx.db, organization);
  const { id: person, isNew } = await addPerson(tx, {
    name: nameOf(account),
    email,
    locale: languageOf(account) ?? (locale as Locale),
    timeZone: account.timeZone !== null && isTimeZone(account.timeZone) ? account.timeZone : timeZone,
  });
  const wasMember = await joinByDirectory(tx, { organization, person }, builtIn(plainRole));
  if (!wasMember) {
    tx.tell(addedByDirectory, {
      to: { person },
      organizationId: organization,
      occurrence: tx.newId(),
      data: { organization: name, isNew, path: isNew ? '/sign-in' : `/o/${slug}` },
    });
  }
  return { person, wasMember };
}

/** Ends a membership at once. Errors: `last_owner`, with what to do about it. */
export async function leave(
  tx: Tx,
  organization: Id<'organization'>,
  person: Id<'person'> | null,
): Promise<void> {
  if (person === null) return;
  try {
    await leaveByDirectory(tx, { organization, person });
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== lastOwner) throw error;
    throw new Problem(lastOwner, {
      detail:
        'This person is the only owner of the organization. Somebody else has to become an owner before the membership can end.',
    });
  }
}
