import { z } from 'zod';
import { brand } from '../../kernel/brand.ts';
import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { readSetting } from '../../kernel/settings.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import { enclose } from './enclose.ts';
import type { MailBody } from './enclose.ts';
import { isSecret, sealedMail } from './jobs.ts';
import { chooseChannel } from './commands/choose-channel.ts';
import { chooseReach } from './commands/choose-reach.ts';
import { markRead } from './commands/mark-read.ts';
import { retryMail } from './commands/retry-mail.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { countUnread, findMail, listMails, listNotices, listPreferences } from './queries.ts';
import { readUnsubscribe } from './unsubscribe.ts';

const tokenParams = z.object({ token: z.string().max(500) });

export const routes = [
  route({
    method: 'GET',
    path: '/api/me/notices',
    summary: 'Your notices, newest first.',
    door: person,
    query: contract.noticeQuery,
    output: contract.noticePage,
    act: (ctx, { query }, { session }) =>
      ctx.read(async (db) => {
        const { value } = await readSetting(db, brand);
        const page = await listNotices(db, session, ctx.product.messages, value.name, query);
        return { ...page, unread: await countUnread(db, session.person.id) };
      }),
  }),
  route({
    method: 'PUT',
    path: '/api/me/notices/read',
    summary: 'Mark notices as read.',
    door: person,
    body: contract.readBody,
    output: nothing,
    write: async (tx, { body }, { session }) => {
      await markRead(tx, session.person.id, body.ids);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/message-preferences',
    summary: 'What you are told, by topic and channel.',
    door: person,
    output: contract.preferenceList,
    act: (ctx, _input, { session }) =>
      ctx.read(async (db) => ({ items: await listPreferences(db, session.person.id, ctx.product.messages) })),
  }),
  route({
    method: 'PUT',
    path: '/api/me/message-preferences/:topic',
    summary: 'Want or refuse a topic on one channel, or choose how much of it.',
    door: person,
    params: contract.topicParams,
    body: contract.preferenceBody,
    output: contract.preferenceList,
    act: (ctx, { params, body }, { session }) =>
      ctx.transact(async (tx) => {
        const kinds = [...ctx.product.messages.values()].filter(({ topic }) => topic === params.topic);
        if ('reach' in body) {
          if (!kinds.some(({ byReach }) => byReach)) throw new Problem(notFound);
          await chooseReach(tx, session.person.id, { ...params, ...body });
        } else {
          if (kinds.length === 0) throw new Problem(notFound);
          await chooseChannel(tx, session.person.id, { ...params, ...body });
        }
        return { items: await listPreferences(tx.db, session.person.id, ctx.product.messages) };
      }),
  }),
  route({
    method: 'POST',
    path: '/api/unsubscribe/:token',
    summary: 'Refuse a topic by mail with the link from a mail (RFC 8058).',
    door: anyone('the sealed link from the mail says who it is'),
    limit: { per: 'address', points: 60, seconds: 60 },
    params: tokenParams,
    body: z.unknown(),
    output: nothing,
    act: async (ctx, { params }) => {
      const found = readUnsubscribe(ctx.vault, params.token);
      if (!found) throw new Problem(notFound);
      await ctx.within(everything).transact(async (tx) => {
        if ('person' in found)
          return chooseChannel(tx, found.person, { topic: found.topic, channel: 'email', wanted: false });
        await ctx.product.messages.get(found.kind)?.stop?.end(tx, found.of);
      });
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/outbox',
    summary: 'Every mail and text, and what became of it.',
    door: staff(may.readOutbox),
    query: contract.mailQuery,
    output: contract.mailPage,
    read: (db, { query }) => listMails(db, query),
  }),
  route({
    method: 'GET',
    path: '/api/console/outbox/:mail',
    summary:
      'One mail or text as it was sent; without its words where they hold a link or code that works once.',
    door: staff(may.readOutbox),
    params: contract.mailParams,
    output: contract.mailDetail,
    act: async (ctx, { params }) => {
      const { row, body } = await ctx.read((db) => findMail(db, params.mail));
      const { mail: mailing, texting } = ctx.ports;
      // Whoever may read the outbox must not sign in as somebody else by what still waits in it.
      const hidden = (row.channel === 'email' ? mailing : texting).delivers && isSecret(ctx, row.kind);
      if (!body || hidden) return { ...row, text: null, html: null };
      const kept = JSON.parse(ctx.vault.open(sealedMail(row.id), body)) as MailBody | { text: string };
      if (!('html' in kept)) return { ...row, text: kept.text, html: null };
      const { body: opened } = await enclose(ctx, row.kind, kept);
      return { ...row, text: opened.text, html: opened.html };
    },
  }),
  route({
    method: 'POST',
    path: '/api/console/outbox/:mail/retry',
    summary: 'Try a failed mail again.',
    door: staff(may.retryMail),
    params: contract.mailParams,
    output: nothing,
    write: async (tx, { params }) => {
      await retryMail(tx, params.mail);
      return undefined;
    },
  }),
];
