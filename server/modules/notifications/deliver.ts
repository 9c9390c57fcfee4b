import { sql } from 'kysely';
import { readSettings } from '../../kernel/settings.ts';
import { brand as brandSetting } from '../../kernel/brand.ts';
import type { Brand } from '../../kernel/brand.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { assert } from '../../kernel/values/errors.ts';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { AnyMessageKind, Reader } from '../../kernel/messages.ts';
import { phoneAt } from '../../kernel/texting.ts';
import { inSlices } from '../../kernel/pace.ts';
import type { Phone } from '../../kernel/texting.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findReaders } from '../identity/index.ts';
import { letter } from './domain/letter.ts';
import { replyAddress } from './domain/reply-address.ts';
import type { MailBody } from './enclose.ts';
import { noticeReceived } from './events.ts';
import { sealedMail, sendMail, sendText } from './jobs.ts';
import { replyKey } from './replies.ts';
import { replySetting } from './settings.ts';
import { stopLink, unsubscribeLink } from './unsubscribe.ts';

interface Stored {
  id: string;
  kind: string;
  person_id: string | null;
  address: string | null;
  recipient_name: string | null;
  locale: string | null;
  organization_id: string | null;
  channels: string[] | null;
  data: string;
  time_zone: string | null;
}

/**
 * Turns asked-for messages into notices in the bell and mails or texts on their way, as their readers want them. The messages are
 * emptied in the same transaction, so each becomes them once. Without somebody to hand it to a mail or text stays in the outbox and
 * counts as sent.
 * `timeZone` is that of readers who have none.
 */
export async function deliverMessages(
  ctx: Ctx,
  ids: readonly Id<'message'>[],
  { publicUrl, timeZone }: { publicUrl: URL; timeZone: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    // The rows stay, so that the same occurrence is never told again; what they said goes.
    const { rows: messages } = await sql<Stored>`
      update kernel.messages m set data = '', dispatched = true from (
        select * from kernel.messages where id = any (${ids}::uuid[]) and data <> '' order by id for update) as told
      where m.id = told.id returning told.*`.execute(tx.db);
    if (messages.length === 0) return;
    const [[brand, { address: mailbox }], readers, refused] = await Promise.all([
      readSettings(tx.db, brandSetting, replySetting),
      findReadersOf(tx, messages),
      findRefusals(tx, messages),
    ]);
    const threaded = mailbox !== '' && messages.some(({ kind }) => ctx.product.messages.get(kind)?.thread);
    const replies = threaded ? { mailbox, key: await replyKey(tx) } : null;
    const recipients = recipientsAmong(readers, brand, timeZone);
    const notices = [];
    const mails = [];
    const others = inSlices();
    for (const message of messages.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      await others();
      const kind = ctx.product.messages.get(message.kind);
      assert(kind, `message ${message.kind} is registered`);
      const reader = recipients(message);
      if (!reader) continue;
      const data: unknown = JSON.parse(tx.vault.open(`kernel.messages:${message.id}`, message.data));
      const goesBy = (channel: string) => message.channels === null || message.channels.includes(channel);
      const wants = (channel: string) => !refused.has(`${message.person_id} ${kind.topic} ${channel}`);
      // What is required has to arrive: where it goes by the bell alone, that cannot be refused.
      const rings = wants('in_app') || (kind.required && !goesBy('email'));
      if (message.person_id && kind.inApp && goesBy('in_app') && rings)
        notices.push(noticeOf(tx, message, data));
      const phone = message.address === null ? null : phoneAt(message.address);
      if (phone) mails.push(textOf(tx, { kind, message, reader, data, phone }));
      else if (kind.byMail && goesBy('email') && (kind.required || wants('email')))
        mails.push(mailOf(tx, { kind, message, reader, brand, data, publicUrl, replies }));
    }
    ring(tx, notices);
    const { mail: mailing, texting } = ctx.ports;
    const delivered = ({ channel }: { channel: string }) =>
      (channel === 'email' ? mailing : texting).delivers;
    const sent = mails.map((mail) => ({
      ...mail,
      ...(delivered(mail) ? { state: 'waiting' } : { state: 'sent', sent_at: tx.now }),
    }));
    // One statement each, however many there are, so that its plan is kept.
    if (notices.length > 0)
      tx.withCommit(sql`
        insert into notifications.notices (person_id, id, organization_id, kind, data, created_at)
        select person_id, id, organization_id, kind, data, created_at
        from jsonb_populate_recordset(null::notifications.notices, ${JSON.stringify(notices)})`);
    if (mails.length > 0)
      tx.withCommit(sql`
        insert into notifications.mails
          (id, kind, channel, person_id, organization_id, recipient, recipient_name, subject, body, state, created_at, sent_at,
            thread, reply_to)
        select id, kind, channel, person_id, organization_id, recipient, recipient_name, subject, body, state, created_at, sent_at,
          thread, reply_to
        from jsonb_populate_recordset(null::notifications.mails, ${JSON.stringify(sent)})`);
    for (const mail of mails.filter(delivered)) {
      const { awaited } = ctx.product.messages.get(mail.kind)!;
      tx.enqueue(mail.channel === 'email' ? sendMail : sendText, { id: mail.id }, { awaited });
    }
  });
}

async function findReadersOf(tx: Tx, messages: readonly Stored[]) {
  const people = [...new Set(messages.flatMap(({ person_id: id }) => (id ? [id as Id<'person'>] : [])))];
  const found = people.length > 0 ? await findReaders(tx.db, people) : [];
  return new Map(found.map((reader) => [reader.id, reader]));
}

function recipientsAmong(
  readers: Awaited<ReturnType<typeof findReadersOf>>,
  brand: Brand,
  businessZone: string,
) {
  return (message: Stored): (Reader & { address: string }) | null => {
    if (message.address !== null) {
      return {
        name: message.recipient_name ?? message.address,
        address: message.address,
        locale: message.locale as Locale,
        timeZone: message.time_zone ?? businessZone,
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
    .where('person_id', '=', (eb) => eb.fn.any(eb.val(people)))
    .execute();
  return new Set(rows.map((row) => `${row.person_id} ${row.topic} ${row.channel}`));
}

/** The bell rings once for what comes together. */
function ring(tx: Tx, notices: readonly { person_id: string; kind: string }[]): void {
  const rung = new Set<string>();
  for (const { person_id: person, kind } of notices) {
    if (rung.has(`${person} ${kind}`)) continue;
    rung.add(`${person} ${kind}`);
    tx.emit(noticeReceived, {
      organizationId: null,
      subject: { kind: 'person', id: person },
      data: { kind },
    });
  }
}

function noticeOf(tx: Tx, message: Stored, data: unknown) {
  return {
    person_id: message.person_id!,
    id: message.id,
    organization_id: message.organization_id,
    kind: message.kind,
    data,
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
    replies: { mailbox: string; key: Buffer } | null;
  },
) {
  const { kind, message, reader, brand, data, publicUrl, replies } = of;
  const text = kind.text[reader.locale](data, reader);
  const link = (path: string) => new URL(path, publicUrl).href;
  const person = message.person_id as Id<'person'> | null;
  const unsubscribe =
    !person && kind.stop
      ? stopLink(tx.vault, publicUrl, kind.name, kind.stop.of(data), reader.locale)
      : kind.required || !person || kind.topic === null
        ? undefined
        : unsubscribeLink(tx.vault, publicUrl, person, kind.topic, reader.locale);
  const thread = kind.thread?.(data) ?? null;
  const replyTo =
    thread && replies && replyAddress(replies.key, replies.mailbox, thread.number, reader.address);
  const files = kind.files?.of(data) ?? undefined;
  const { at, ...body } = letter(text, brand, reader.locale, link, {
    unsubscribe,
    answerable: replyTo !== null,
  });
  return {
    ...headOf(tx, message, reader),
    channel: 'email',
    recipient: reader.address,
    subject: text.subject,
    thread: thread?.id ?? null,
    reply_to: replyTo,
    body: tx.vault.seal(
      sealedMail(message.id),
      JSON.stringify({
        ...body,
        unsubscribe: unsubscribe?.oneClick,
        files: files && { of: files, at, locale: reader.locale },
      } satisfies MailBody),
    ),
  };
}

/** A text has no room for greeting, buttons and footer: it is the paragraphs alone. */
function textOf(
  tx: Tx,
  of: { kind: AnyMessageKind; message: Stored; reader: Reader; data: unknown; phone: Phone },
) {
  const { kind, message, reader, data, phone } = of;
  const { subject, paragraphs } = kind.text[reader.locale](data, reader);
  return {
    ...headOf(tx, message, reader),
    channel: phone.channel,
    recipient: phone.number,
    subject,
    body: tx.vault.seal(sealedMail(message.id), JSON.stringify({ text: paragraphs.join('\n') })),
  };
}

const headOf = (tx: Tx, { id, kind, person_id, organization_id }: Stored, reader: Reader) => ({
  id,
  kind,
  person_id,
  organization_id,
  recipient_name: reader.name,
  created_at: tx.now,
});
