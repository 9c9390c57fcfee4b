import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import { isId } from '../../../kernel/values/ids.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { groupSteps, readGroup } from '../domain/group-changes.ts';
import type { GroupStep } from '../domain/group-changes.ts';
import type { Resource } from '../domain/matches.ts';
import { readChanges } from '../domain/patch.ts';
import { groupAdded, groupChanged, groupRemoved } from '../events.ts';
import { lockGroup } from '../queries/groups.ts';
import { refusals, refusing } from '../scim.ts';
import { settleRoles } from './settle-roles.ts';

interface Which {
  organization: Id<'organization'>;
  group: string;
  /** The version that the directory saw, from If-Match: a later one refuses the change. 0 when it sent none: any will do. */
  version: number;
}

const about = (organization: Id<'organization'>) => ({
  organizationId: organization,
  subject: { kind: 'organization', id: organization },
});
const nameTaken = () =>
  new Problem(refusals.uniqueness, { detail: 'There is a group with this displayName already.' });

/** A group of the directory; it decides nothing until somebody gives it a role. Errors: `scim_invalid_value`, `scim_uniqueness`. */
export async function addGroup(
  tx: Tx,
  organization: Id<'organization'>,
  body: Resource,
): Promise<{ id: Id<'group'>; name: string }> {
  const { name, externalId, members } = refusing(() => readGroup(body));
  const id = tx.newId<'group'>();
  const added = await tx.db
    .insertInto('directory.groups')
    .values({
      organization_id: organization,
      id,
      external_id: externalId,
      name,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from directory.groups where organization_id = ${organization})`,
      created_at: tx.now,
      changed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw nameTaken();
  tx.emit(groupAdded, { ...about(organization), data: { groupId: id } });
  if (members) await follow(tx, organization, id, [{ members: 'add', users: members }]);
  return { id, name };
}

/** A whole group in place of what was there. Answers its name. Errors: those of `change`. */
export function replaceGroup(tx: Tx, which: Which, body: Resource): Promise<string> {
  const { name, externalId, members } = refusing(() => readGroup(body));
  return change(tx, which, [{ name }, { externalId }, { members: 'set', users: members ?? [] }]);
}

/** Operations on a group, all of them or none. Answers its name. Errors: those of `change`. */
export function patchGroup(tx: Tx, which: Which, body: Resource): Promise<string> {
  return change(
    tx,
    which,
    refusing(() => groupSteps(readChanges(body))),
  );
}

/** Who was in the group only gets the role that is left. Answers its name. Errors: `not_found`, `changed_meanwhile`. */
export async function removeGroup(tx: Tx, { organization, group, version }: Which): Promise<string> {
  const row = await lockGroup(tx.db, organization, group);
  if (version !== 0 && version !== row.version) throw new Problem(changedMeanwhile);
  const gone = await tx.db
    .deleteFrom('directory.group_members')
    .where('organization_id', '=', organization)
    .where('group_id', '=', row.id)
    .returning('user_id')
    .execute();
  await tx.db
    .deleteFrom('directory.groups')
    .where('organization_id', '=', organization)
    .where('id', '=', row.id)
    .execute();
  tx.emit(groupRemoved, { ...about(organization), data: { groupId: row.id } });
  await settleRoles(
    tx,
    organization,
    gone.map(({ user_id }) => user_id),
  );
  return row.name;
}

/** Errors: `not_found`, `changed_meanwhile`, `scim_invalid_value` for somebody the directory has not sent, `scim_uniqueness`. */
async function change(
  tx: Tx,
  { organization, group, version }: Which,
  steps: readonly GroupStep[],
): Promise<string> {
  const row = await lockGroup(tx.db, organization, group);
  if (version !== 0 && version !== row.version) throw new Problem(changedMeanwhile);
  const name = steps.reduce((kept, step) => ('name' in step ? step.name : kept), row.name);
  const externalId = steps.reduce(
    (kept, step) => ('externalId' in step ? step.externalId : kept),
    row.external_id,
  );
  const fields = [
    ...(name === row.name ? [] : ['displayName']),
    ...(externalId === row.external_id ? [] : ['externalId']),
  ];
  const { added, removed } = await follow(tx, organization, row.id, steps);
  if (fields.length + added.length + removed.length === 0) return name;
  const taken = await tx.db
    .selectFrom('directory.groups')
    .select('id')
    .where('organization_id', '=', organization)
    .where('id', '<>', row.id)
    .where((eb) => eb(eb.fn('lower', ['name']), '=', eb.fn('lower', [eb.val(name)])))
    .executeTakeFirst();
  if (taken) throw nameTaken();
  await tx.db
    .updateTable('directory.groups')
    .set({ name, external_id: externalId, changed_at: tx.now, version: row.version + 1 })
    .where('organization_id', '=', organization)
    .where('id', '=', row.id)
    .execute();
  tx.emit(groupChanged, { ...about(organization), data: { groupId: row.id, fields, added, removed } });
  return name;
}

/** Does what the steps say of members, in their order, and gives the roles that follow. Who came and went again is in neither list. */
async function follow(
  tx: Tx,
  organization: Id<'organization'>,
  group: Id<'group'>,
  steps: readonly GroupStep[],
): Promise<{ added: string[]; removed: string[] }> {
  const balance = new Map<string, number>();
  const note = (users: readonly string[], by: number) => {
    for (const user of users) balance.set(user, (balance.get(user) ?? 0) + by);
  };
  for (const step of steps) {
    if (!('members' in step)) continue;
    if (step.members === 'add') note(await put(tx, organization, group, step.users), 1);
    else if (step.members === 'set') {
      note(await take(tx, organization, group, { but: step.users }), -1);
      note(await put(tx, organization, group, step.users), 1);
    } else note(await take(tx, organization, group, step.members === 'clear' ? { but: [] } : step), -1);
  }
  const changed = [...balance].filter(([, by]) => by !== 0);
  if (changed.length > 0)
    await settleRoles(
      tx,
      organization,
      changed.map(([user]) => user),
    );
  const of = (sign: number) => changed.flatMap(([user, by]) => (by === sign ? [user] : []));
  return { added: of(1), removed: of(-1) };
}

/** Puts users in, those who are not there already, and answers whom. Errors: `scim_invalid_value`. */
async function put(
  tx: Tx,
  organization: Id<'organization'>,
  group: Id<'group'>,
  named: readonly string[],
): Promise<string[]> {
  const users = [...new Set(named)];
  if (users.length === 0) return [];
  const unknown = new Problem(refusals.invalidValue, {
    detail: 'A member is no user here. Send the user first, and name it by its id.',
  });
  if (!users.every(isId)) throw unknown;
  const { rows } = await sql<{ known: number; added: string[] | null }>`
    with known as (
      select id from directory.users where organization_id = ${organization} and id = any (${users}::uuid[]) for key share
    ), added as (
      insert into directory.group_members (organization_id, group_id, user_id)
      select ${organization}, ${group}, id from known order by id on conflict do nothing returning user_id
    )
    select (select count(*)::integer from known) as known, (select array_agg(user_id::text) from added) as added`.execute(
    tx.db,
  );
  if (rows[0]!.known !== users.length) throw unknown;
  return rows[0]!.added ?? [];
}

/** Takes some users out, or all but some, and answers whom. Who is not in it is no mistake: a repeated request finds nothing to do. */
async function take(
  tx: Tx,
  organization: Id<'organization'>,
  group: Id<'group'>,
  which: { users: readonly string[] } | { but: readonly string[] },
): Promise<string[]> {
  const named = ('users' in which ? which.users : which.but).filter(isId);
  const gone = await tx.db
    .deleteFrom('directory.group_members')
    .where('organization_id', '=', organization)
    .where('group_id', '=', group)
    .where(
      'users' in which
        ? sql<boolean>`user_id = any (${named}::uuid[])`
        : sql<boolean>`user_id <> all (${named}::uuid[])`,
    )
    .returning('user_id')
    .execute();
  return gone.map(({ user_id }) => user_id);
}
