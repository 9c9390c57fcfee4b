import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting, writeSetting } from '../../../kernel/settings.ts';
import { changedMeanwhile, Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { replySetting } from '../../notifications/index.ts';
import { addressTaken, secretMissing } from '../contract.ts';
import type { MailboxBody } from '../contract.ts';
import { mailboxSaved } from '../events.ts';
import { sealSecret } from '../row.ts';

/** Errors: `secret_missing`, `mailbox_exists`, `changed_meanwhile`. */
export async function addMailbox(tx: Tx, input: MailboxBody): Promise<Id<'mailbox'>> {
  if (input.secret === null) throw new Problem(secretMissing);
  const id = tx.newId<'mailbox'>();
  await whenFree(
    tx.db
      .insertInto('mailroom.mailboxes')
      .values({
        id,
        ...columnsOf(input),
        kind: input.kind,
        takes_old: input.takesOld,
        sealed_secret: sealSecret(tx.vault, id, input.secret),
        created_at: tx.now,
      })
      .execute(),
  );
  await settle(tx, id, input, null);
  return id;
}

/** The kind stays what it is. Another server or folder is read from its beginning on. Errors: `not_found`, `changed_meanwhile`, `mailbox_exists`. */
export async function changeMailbox(
  tx: Tx,
  id: Id<'mailbox'>,
  version: number,
  input: MailboxBody,
): Promise<void> {
  const found = await tx.db
    .selectFrom('mailroom.mailboxes')
    .select(['kind', 'address', 'server', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found || found.kind !== input.kind) throw new Problem(notFound);
  if (found.version !== version) throw new Problem(changedMeanwhile);
  const columns = columnsOf(input);
  const elsewhere = placeOf(found.server as MailboxBody['server']) !== placeOf(input.server);
  // A password that stays must not be handed to a server it was not meant for.
  if (elsewhere && input.secret === null) throw new Problem(secretMissing);
  await whenFree(
    tx.db
      .updateTable('mailroom.mailboxes')
      .set({
        ...columns,
        version: version + 1,
        error: null,
        failing_since: null,
        live_since: null,
        watch_error: null,
        ...(elsewhere ? { uid_validity: null, last_uid: 0n } : {}),
        ...(input.secret === null ? {} : { sealed_secret: sealSecret(tx.vault, id, input.secret) }),
      })
      .where('id', '=', id)
      .execute(),
  );
  await settle(tx, id, input, found.address);
}

const placeOf = (server: MailboxBody['server']): string =>
  server ? [server.host, server.port, server.username, server.folder].join('\n') : '';

const columnsOf = ({ name, address, server, believed, queue, active }: MailboxBody) => ({
  name,
  address,
  server: server ? JSON.stringify(server) : null,
  believed,
  queue,
  active,
});

async function settle(
  tx: Tx,
  id: string,
  { active, address, takesReplies }: MailboxBody,
  was: string | null,
) {
  const { value, version } = await readSetting(tx.db, replySetting);
  const now = takesReplies
    ? address
    : value.address === was || value.address === address
      ? ''
      : value.address;
  if (now !== value.address && !(await writeSetting(tx, replySetting, { address: now }, version)))
    throw new Problem(changedMeanwhile);
  tx.emit(mailboxSaved, { organizationId: null, subject: { kind: 'mailbox', id }, data: { active } });
}

async function whenFree<T>(statement: Promise<T>): Promise<T> {
  return statement.catch((error: Error & { code?: string; constraint?: string }) => {
    throw error.code === '23505'
      ? new Problem(addressTaken)
      : error.code === '23503'
        ? new Problem(notFound)
        : error;
  });
}
