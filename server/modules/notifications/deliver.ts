import { sql } from 'kysely';
import { readSetting } from '../../kernel/settings.ts';
import { brand as brandSetting } from '../../kernel/brand.ts';
import type { Brand } from '../../kernel/brand.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { assert } from '../../kernel/values/errors.ts';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { AnyMessageKind, Reader } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findReaders } from '../identity/index.ts';
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
 * Turns asked-for messages into notices in the bell and mails on their way, as their readers want them. The messages are emptied
 * in the same transaction, so each becomes them once. Without a mail server a mail stays in the outbox and counts as sent.
 */
export async function deliverMessages(
  ctx: Ctx,
  ids: readonly Id<'message'>[],
  publicUrl: URL,
): Promise<void> {
  await ctx.transact(async (tx) => {
    // The rows stay, so that the same occurrence is never told again; what they said goes.
    const { rows: messages } = await sql<Stored>`
      update kernel.messages m set data = '' from (
        select * from kernel.messages where id = any (${ids}::uuid[]) and data <> '' order by id for update) as told
      where m.id = told.id returning told.*`.execute(tx.db);
    if (messages.length === 0) return;
    const { value: brand } = await readSetting(tx.db, brandSetting);
    const recipients = await findRecipients(tx, messages, brand);
    const refused = await findRefusals(tx, messages);
    const notices = [];
    const mails = [];
    for (const message of messages.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const kind = ctx.product.messages.get(message.kind);
      assert(kind, `message ${message.kind} is registered`);
      const reader = recipients(message);
      if (!reader) continue;
      const data: unknown = JSON.parse(tx.vault.open(`kernel.messages:${message.id}`, message.data));
      const wants = (channel: string) => !refused.has(`${message.person_id} ${kind.topic} ${channel}`);
      if (message.person_id && kind.inApp && wants('in_app')) notices.push(noticeOf(tx, message, data));
      if (kind.required || wants('email'))
        mails.push(mailOf(tx, { kind, message, reader, brand, data, publicUrl }));
    }
    if (notices.length > 0) await tx.db.insertInto('notifications.notices').values(notices).execute();
    const { delivers } = ctx.ports.mail;
    const state = delivers ? { state: 'waiting' } : { state: 'sent', sent_at: tx.now };
    if (mails.length > 0)
      await tx.db
        .insertInto('notifications.mails')
        .values(mails.map((mail) => ({ ...mail, ...state })))
        .execute();
    if (delivers) for (const { id } of mails) tx.enqueue(sendMail, { id });
  });
}

async function findRecipients(tx: Tx, messages: readonly Stored[], brand: Brand) {
  const people = [...new Set(messages.flatMap(({ person_id: id }) => (id ? [id as Id<'person'>] : [])))];
  const found = people.length > 0 ? await findReaders(tx.db, people) : [];
  const readers = new Map(found.map((reader) => [reader.id, reader]));
  return (message: Stored): (Reader & { address: string }) | null => {
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
    const reader = readers.get(message.person_id!);
    if (!reader || reader.disabled_at) return null;
    const { name, email, locale, time_zone: timeZone, tone } = reader;
    return { name, address: email, locale, timeZone, tone, brandName: brand.name };
  };
}

/** What these readers do not want, as `person topic channel`. */
async function findRefusals(tx: Tx, messages: readonly Stored[]): Promise<Set<string>> {
  const people = messages.flatMap(({ person_id: id }) => (id ? [id] : []));
  if (people.length === 0) return new Set();
  const rows = await tx.db
    .selectFrom('notifications.refusals')
    .selectAll()
    .where('person_id', 'in', people)
    .execute();
  return new Set(rows.map((row) => `${row.person_id} ${row.topic} ${row.channel}`));
}

function noticeOf(tx: Tx, message: Stored, data: unknown) {
  const person = message.person_id!;
  tx.emit(noticeReceived, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { kind: message.kind },
  });
  return {
    person_id: person,
    id: message.id,
    organization_id: message.organization_id,
    kind: message.kind,
    data: JSON.stringify(data),
    created_at: tx.now,
  };
}

function mailOf(
  tx: Tx,
  of: {
    kind: AnyMessageKind;
    message: Stored;
    reader: Reader & { address: string };
    brand: Brand;
    data: unknown;
    publicUrl: URL;
  },
) {
  const { kind, message, reader, brand, data, publicUrl } = of;
  const text = kind.text[reader.locale](data, reader);
  const link = (path: string) => new URL(path, publicUrl).href;
  const person = message.person_id as Id<'person'> | null;
  const unsubscribe =
    kind.required || !person
      ? undefined
      : unsubscribeLink(tx.vault, publicUrl, person, kind.topic, reader.locale);
  const body = letter(text, brand, reader.locale, link, unsubscribe);
  return {
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
    created_at: tx.now,
  };
}
