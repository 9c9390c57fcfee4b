import { sameText } from '../../../kernel/crypto.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Received } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { signatureRefused } from '../contract.ts';
import { openSecret, webhookSignature } from '../row.ts';
import { keepMails } from './keep-mails.ts';

/** Seconds by which clocks may differ. What is repeated within them is the same mail, and comes in once. */
const tolerance = 300;

/**
 * A mail as another server hands it over, whole (RFC 5322), with `x-mail-signature: t=<seconds>,v1=<hex>`. Kept before it is answered, so
 * who got an answer may forget it. Errors: `not_found`, `mail_signature_refused`.
 */
export async function receiveMail(ctx: Ctx, id: Id<'mailbox'>, { raw, headers }: Received): Promise<void> {
  // Without a body there is none.
  if (!Buffer.isBuffer(raw)) throw new Problem(signatureRefused);
  const inside = ctx.within(everything);
  const box = await inside.read((db) =>
    db
      .selectFrom('mailroom.mailboxes')
      .select(['id', 'sealed_secret'])
      .where('id', '=', id)
      .where('kind', '=', 'webhook')
      .where('active', '=', true)
      .executeTakeFirst(),
  );
  if (!box) throw new Problem(notFound);
  const [, seconds, said] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(headers['x-mail-signature'])) ?? [];
  const key = openSecret(ctx.vault, box);
  const fresh = Math.abs(ctx.clock.now().getTime() / 1000 - Number(seconds ?? 0)) <= tolerance;
  if (!seconds || !said || !fresh || !sameText(said, webhookSignature(key, seconds, raw)))
    throw new Problem(signatureRefused);
  await keepMails(inside, id, { mails: [raw], position: null });
  const now = ctx.clock.now();
  await inside.transact((tx) =>
    tx.db.updateTable('mailroom.mailboxes').set({ checked_at: now }).where('id', '=', id).execute(),
  );
}
