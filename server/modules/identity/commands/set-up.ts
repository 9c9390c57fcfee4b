import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { alreadySetUp } from '../contract.ts';
import { staffAppointed } from '../events.ts';
import { hashPassword } from '../passwords.ts';
import { refuseWeakPassword } from '../refuse-weak-password.ts';
import type { Place } from '../sessions.ts';
import { completeSignIn } from './complete-sign-in.ts';
import type { SignIn } from './complete-sign-in.ts';
import { addPerson } from './sign-up.ts';
import type { NewPerson } from './sign-up.ts';

export async function hasStaff(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('identity.staff').select('person_id').limit(1).executeTakeFirst()) !== undefined
  );
}

const linkDays = 7;
const sealedAs = 'identity.setup_links';

/** The token of the set-up link: the same for every node that starts, so that whichever line was read is right. */
export async function makeSetupLink(tx: Tx): Promise<string> {
  await tx.db.deleteFrom('identity.setup_links').where('created_at', '<=', oldest(tx.now)).execute();
  const token = randomToken();
  await tx.db
    .insertInto('identity.setup_links')
    .values({ token_hash: hashToken(token), sealed: tx.vault.seal(sealedAs, token), created_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { sealed } = await tx.db
    .selectFrom('identity.setup_links')
    .select('sealed')
    .executeTakeFirstOrThrow();
  return tx.vault.open(sealedAs, sealed);
}

const oldest = (now: Date) => new Date(now.getTime() - linkDays * 86_400_000);

/** Makes the first administrator of an empty installation, for whoever holds the printed link. */
export async function setUp(
  ctx: Ctx,
  { token, password, ...input }: NewPerson & { token: string; password: string },
  from: Place,
): Promise<SignIn> {
  const hashed = await hashPassword(password);
  return ctx.within(everything).transact(async (tx) => {
    const used = await tx.db
      .deleteFrom('identity.setup_links')
      .where('token_hash', '=', hashToken(token))
      .where('created_at', '>', oldest(tx.now))
      .executeTakeFirst();
    if (used.numDeletedRows === 0n || (await hasStaff(tx.db))) throw new Problem(alreadySetUp);
    await refuseWeakPassword(tx.db, password, input);
    const id = await makeAdministrator(tx, input, hashed, ['administrator']);
    return completeSignIn(tx, id, ['link'], from);
  });
}

/** A staff member whose mailbox is taken as proven: by the operator's own hand. */
export async function makeAdministrator(
  tx: Tx,
  input: NewPerson,
  passwordHash: string,
  roles: StaffRole[],
): Promise<Id<'person'>> {
  const id = await addProvenPerson(tx, input, passwordHash);
  await tx.db
    .insertInto('identity.staff')
    .values({ person_id: id, roles, since: tx.now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ roles }))
    .execute();
  tx.emit(staffAppointed, { organizationId: null, subject: { kind: 'person', id }, data: { roles } });
  return id;
}

/** A person who needs no mail to begin: the mailbox counts as proven. */
export async function addProvenPerson(
  tx: Tx,
  input: NewPerson,
  passwordHash: string | null,
): Promise<Id<'person'>> {
  const { id } = await addPerson(tx, input);
  await tx.db
    .updateTable('identity.people')
    .set({ password_hash: passwordHash, email_verified_at: tx.now })
    .where('id', '=', id)
    .execute();
  return id;
}
