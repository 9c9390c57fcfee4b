import { z } from 'zod';
import { reaches } from '../../kernel/messages.ts';
import { textChannels } from '../../kernel/texting.ts';
import { id, idOut, instant, pageOf, pageQuery } from '../../kernel/http/shapes.ts';

const noticeShape = z
  .object({
    id: idOut,
    organizationId: idOut.nullable(),
    kind: z.string(),
    subject: z.string(),
    text: z.string(),
    link: z.object({ label: z.string(), path: z.string() }).nullable(),
    createdAt: instant,
    read: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.output<typeof noticeShape>;
export const noticePage = pageOf(noticeShape).extend({ unread: z.int() });
export const noticeQuery = z.object(pageQuery);
/** Marks these as read, or all of them. */
export const readBody = z.object({ ids: z.array(id('notice')).max(200).optional() });

const preferenceShape = z
  .object({
    topic: z.string(),
    /** Some mails of this topic go out whatever is chosen: about security, and about money that is owed. */
    required: z.boolean(),
    email: z.boolean(),
    inApp: z.boolean(),
    /** How much of it, where its reader chooses that. */
    reach: z.object({ email: z.enum(reaches), inApp: z.enum(reaches) }).nullable(),
  })
  .meta({ id: 'MessagePreference' });
export type Preference = z.output<typeof preferenceShape>;
export type Reach = NonNullable<Preference['reach']>['email'];
export const preferenceList = z.object({ items: z.array(preferenceShape) });
const channel = z.enum(['email', 'in_app']);
export const preferenceBody = z.union([
  z.strictObject({ channel, wanted: z.boolean() }),
  z.strictObject({ channel, reach: z.enum(reaches) }),
]);
export const topicParams = z.object({ topic: z.string().max(40) });

const mailShape = z
  .object({
    id: idOut,
    kind: z.string(),
    channel: z.enum(['email', ...textChannels]),
    recipient: z.string(),
    recipientName: z.string(),
    subject: z.string(),
    state: z.enum(['waiting', 'sent', 'failed', 'bounced']),
    error: z.string().nullable(),
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({ id: 'Mail' });
export type MailRow = z.output<typeof mailShape>;
export const mailPage = pageOf(mailShape);
export const mailQuery = z.object({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  state: z.enum(['waiting', 'sent', 'failed', 'bounced']).optional(),
});
export const mailParams = z.object({ mail: id('mail') });
export const mailDetail = mailShape
  .extend({ text: z.string().nullable(), html: z.string().nullable() })
  .meta({ id: 'MailDetail' });
