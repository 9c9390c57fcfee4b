import { readSetting } from '../../kernel/settings.ts';
import { brand as brandSetting } from '../../kernel/brand.ts';
import type { Brand } from '../../kernel/brand.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { assert } from '../../kernel/values/errors.ts';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { AnyMessageKind, Reader } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findReader } from '../identity/index.ts';
import { letter } from './domain/letter.ts';
import { noticeReceived } from './events.ts';
import { sendMail } from './jobs.ts';
import { unsubscribeLink } from './unsubscribe.ts';

interface Stored {
  id: string;
  kind: string;
  person_id: string | null;
  address: string | null;
  recipient_name: string | null;
  locale: string | null;
  organization_id: string | null;
  data: string;
  time_zone: string | null;
}

/**
 * Turns one asked-for message into a notice in the bell and a mail on its way, as the reader wants them. The message is
 * emptied in the same transaction, so it becomes each of them once.
 */
export async function deliverMessage(ctx: Ctx, id: Id<'message'>, publicUrl: URL): Promise<void> {
  await ctx.transact(async (tx) => {
    const message = await tx.db
      .selectFrom('kernel.messages')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!message || message.data === '') return;
    // The row stays, so that the same occurrence is never told again; what it said goes.
    await tx.db.updateTable('kernel.messages').set({ data: '' }).where('id', '=', id).execute();
    const kind = ctx.product.messages.get(message.kind);
    assert(kind, `message ${message.kind} is registered`);
    const { value: brand } = await readSetting(tx.db, brandSetting);
    const reader = await findRecipient(tx, message, brand);
    if (!reader) return;
    const data: unknown = JSON.parse(tx.vault.open(`kernel.messages:${message.id}`, message.data));
    const person = message.person_id as Id<'person'> | null;
    const refused = person ? await refusals(tx, person, kind.topic) : [];
    if (person && kind.inApp && !refused.includes('in_app')) await addNotice(tx, person, message, data);
    if (kind.required || !refused.includes('email'))
      await addMail(tx, { kind, message, reader, brand, data, publicUrl });
  });
}

async function findRecipient(
  tx: Tx,
  message: Stored,
  brand: Brand,
): Promise<(Reader & { address: string }) | null> {
  if (message.address !== null) {
    return {
      name: message.recipient_name ?? message.address,
      address: message.address,
      locale: message.locale as Locale,
      timeZone: message.time_zone ?? 'Asia/Jakarta',
      tone: 'personal',
      brandName: brand.name,
    };
  }
  const found = await findReader(tx.db, message.person_id as Id<'person'>);
  if (!found || found.disabled_at) return null;
  const { name, email, locale, time_zone: timeZone, tone } = found;
  return { name, address: email, locale, timeZone, tone, brandName: brand.name };
}

async function refusals(tx: Tx, person: Id<'person'>, topic: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('notifications.refusals')
    .select('channel')
    .where('person_id', '=', person)
    .where('topic', '=', topic)
    .execute();
  return rows.map((row) => row.channel);
}

async function addNotice(tx: Tx, person: Id<'person'>, message: Stored, data: unknown): Promise<void> {
  await tx.db
    .insertInto('notifications.notices')
    .values({
      person_id: person,
      id: message.id,
      organization_id: message.organization_id,
      kind: message.kind,
      data: JSON.stringify(data),
      created_at: tx.now,
    })
    .execute();
  tx.emit(noticeReceived, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { kind: message.kind },
  });
}

async function addMail(
  tx: Tx,
  of: {
    kind: AnyMessageKind;
    message: Stored;
    reader: Reader & { address: string };
    brand: Brand;
    data: unknown;
    publicUrl: URL;
  },
): Promise<void> {
  const { kind, message, reader, brand, data, publicUrl } = of;
  const text = kind.text[reader.locale](data, reader);
  const link = (path: string) => new URL(path, publicUrl).href;
  const person = message.person_id as Id<'person'> | null;
  const unsubscribe =
    kind.required || !person
      ? undefined
      : unsubscribeLink(tx.vault, publicUrl, person, kind.topic, reader.locale);
  const body = letter(text, brand, reader.locale, link, unsubscribe);
  await tx.db
    .insertInto('notifications.mails')
    .values({
      id: message.id,
      kind: message.kind,
      person_id: message.person_id,
      organization_id: message.organization_id,
      recipient: reader.address,
      recipient_name: reader.name,
      subject: text.subject,
      body: tx.vault.seal(
        `notifications.mails:${message.id}`,
        JSON.stringify({ ...body, unsubscribe: unsubscribe?.oneClick }),
      ),
      state: 'waiting',
      created_at: tx.now,
    })
    .execute();
  tx.enqueue(sendMail, { id: message.id });
}
