import type { Tx } from '../../../kernel/db/tx.ts';
import { isTimeZone } from '../../../kernel/values/dates.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { followAddress, followProfile } from '../../identity/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { addressOf, languageOf, nameOf, readAccount } from '../domain/account.ts';
import type { Account } from '../domain/account.ts';
import type { Resource } from '../domain/matches.ts';
import { changedUser, readChanges } from '../domain/patch.ts';
import { userActivated, userChanged, userDeactivated } from '../events.ts';
import { accountOf, lockUser, resourceOf } from '../queries/users.ts';
import type { UserRow } from '../queries/users.ts';
import { refusals, refusing } from '../scim.ts';
import { activate } from './add-user.ts';
import { leave, requireOwnDomain } from './membership.ts';
import { columnsOf, differences } from './write-user.ts';

interface Which {
  organization: Id<'organization'>;
  user: string;
  /** The version that the directory saw, from If-Match: a later one refuses the change. 0 when it sent none: any will do. */
  version: number;
}

/** A whole user in place of what was there; whether it is active stays where nothing is said. Errors: those of `change`. */
export function replaceUser(tx: Tx, which: Which, body: Resource): Promise<string> {
  return change(tx, which, (row) => readAccount(body, { active: row.active }));
}

/** Operations on a user, all of them or none. Errors: those of `change`, and what SCIM calls wrong with an operation. */
export function patchUser(tx: Tx, which: Which, body: Resource): Promise<string> {
  const changes = refusing(() => readChanges(body));
  return change(tx, which, (row) =>
    readAccount(changedUser(resourceOf(row, ''), changes), { active: row.active }),
  );
}

/**
 * Writes what the directory says now, and does what follows: the membership begins or ends, the person gets the new name, language, zone
 * or address. Nothing different, nothing happens, so a repeated request does no harm. Answers the userName. Errors: `not_found`,
 * `changed_meanwhile`, `scim_invalid_value`, `scim_uniqueness`, `last_owner`.
 */
async function change(tx: Tx, which: Which, wanted: (row: UserRow) => Account): Promise<string> {
  const { organization } = which;
  const row = await lockUser(tx.db, organization, which.user);
  if (which.version !== 0 && which.version !== row.version) throw new Problem(changedMeanwhile);
  const before = accountOf(row);
  const after = refusing(() => wanted(row));
  const fields = differences(before, after);
  if (fields.length === 0) return after.userName;
  const email = refusing(() => addressOf(after));
  const begins = after.active && !before.active;
  if (email !== row.email || begins) await requireOwnDomain(tx, organization, email);
  await write(tx, which, row, after, email);
  const user = { userId: row.id, personId: row.person_id };
  const about = { organizationId: organization, subject: { kind: 'organization', id: organization } };
  if (row.person_id !== null) {
    if (email !== row.email) await moveAddress(tx, organization, row.person_id, row.email, email);
    await followProfile(tx, row.person_id, profileOf(before, after));
  }
  const others = fields.filter((name) => name !== 'active');
  if (others.length > 0) tx.emit(userChanged, { ...about, data: { ...user, fields: others } });
  if (begins) {
    const personId = await activate(tx, organization, row.id, after, email);
    tx.emit(userActivated, { ...about, data: { ...user, personId } });
  } else if (before.active && !after.active) {
    await leave(tx, organization, row.person_id);
    tx.emit(userDeactivated, { ...about, data: user });
  }
  return after.userName;
}

/** Errors: `scim_uniqueness`. */
async function write(
  tx: Tx,
  { organization }: Which,
  row: UserRow,
  after: Account,
  email: string,
): Promise<void> {
  const taken = await tx.db
    .selectFrom('directory.users')
    .select('id')
    .where('organization_id', '=', organization)
    .where('id', '<>', row.id)
    .where((eb) =>
      eb.or([
        eb(eb.fn('lower', ['user_name']), '=', eb.fn('lower', [eb.val(after.userName)])),
        eb('email', '=', email),
      ]),
    )
    .executeTakeFirst();
  if (taken)
    throw new Problem(refusals.uniqueness, {
      detail: 'There is a user with this userName or email address already.',
    });
  await tx.db
    .updateTable('directory.users')
    .set({ ...columnsOf(after, email), changed_at: tx.now, version: row.version + 1 })
    .where('organization_id', '=', organization)
    .where('id', '=', row.id)
    .execute();
}

/** Errors: `scim_uniqueness`. */
async function moveAddress(
  tx: Tx,
  organization: Id<'organization'>,
  person: Id<'person'>,
  from: string,
  to: string,
): Promise<void> {
  await requireOwnDomain(tx, organization, from);
  const { name } = await findOrganization(tx.db, organization);
  if (!(await followAddress(tx, person, { from, to, organization: name })))
    throw new Problem(refusals.uniqueness, { detail: 'This email address is somebody else’s already.' });
}

/** What of a person is different now by the word of the directory; what it never said is the person's own. */
function profileOf(before: Account, after: Account): Parameters<typeof followProfile>[2] {
  const language = languageOf(after);
  const zone = after.timeZone;
  return {
    ...(nameOf(before) === nameOf(after) ? {} : { name: nameOf(after) }),
    ...(language === null || language === languageOf(before) ? {} : { locale: language }),
    ...(zone === null || zone === before.timeZone || !isTimeZone(zone) ? {} : { timeZone: zone }),
  };
}
