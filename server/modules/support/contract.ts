import { z } from 'zod';
import {
  ability,
  bilingualOut,
  email,
  id,
  idOut,
  instant,
  line,
  pageOf,
  pageQuery,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { tierBadge } from '../organizations/index.ts';
import { hindrances, impacts } from './domain/priority-matrix.ts';
import { kinds, priorities, ticketStates } from './domain/ticket-states.ts';
import type { TicketState } from './domain/ticket-states.ts';
import { clockShape, promisedClock } from './sla-contract.ts';

export const ticketState = z.enum(ticketStates.all as [TicketState, ...TicketState[]]);
const state = ticketState;
const kind = z.enum(kinds);
const priority = z.enum(priorities);
const impact = z.enum(impacts);
const hindrance = z.enum(hindrances);
const language = z.enum(['id', 'en']);
/** A mark that staff put on tickets: small letters, digits and dashes. */
export const tag = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const side = z.enum(['client', 'staff']);
const person = z.object({ id: idOut, name: z.string() });
export const queueName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const organizationParams = z.object({ organization: id('organization') });
export const ticketParams = organizationParams.extend({ ticket: id('ticket') });
export const followerParams = ticketParams.extend({ person: id('person') });
export const fileParams = ticketParams.extend({ file: id('file') });
export const consoleParams = z.object({ ticket: id('ticket') });
/** A file that no message has taken. */
export const uploadParams = organizationParams.extend({ file: id('file') });
export const consoleFileParams = consoleParams.extend({ file: id('file') });

const inList = {
  id: idOut,
  /** What people call it: `#1042`. */
  number: z.int(),
  subject: z.string(),
  kind,
  priority,
  status: state,
  /** What the business calls this state; null where our words serve. */
  statusNames: bilingualOut.nullable(),
  requester: person,
  lastMessageAt: instant,
  lastMessageBy: side,
  /** Public messages so far. */
  messages: z.int(),
  /** The other side wrote, and nobody of the reader's side has looked yet. */
  unread: z.boolean(),
  openedAt: instant,
};
/** The reader was writing in it and has not sent that. */
const draft = z.boolean();
const ticketItem = z.object({ ...inList, draft }).meta({ id: 'TicketItem' });
export type TicketItem = z.output<typeof ticketItem>;
export const ticketPage = pageOf(ticketItem);
/** `guest`: somebody without an account wrote it, whose address is proven. */
const client = person.extend({ guest: z.boolean(), tier: tierBadge.nullable() });
const clientTicketItem = z
  .object({
    ...inList,
    draft,
    organization: client,
    assignee: person.nullable(),
    queue: z.string(),
    tags: z.array(z.string()),
    /** When the earliest of what is promised and runs is due. */
    dueAt: instant.nullable(),
    /** Since when the client waits for an answer; null when it is not our turn. */
    waitingSince: instant.nullable(),
    /** Out of the way, until then or (null) until the client writes. */
    snoozed: z.object({ until: instant.nullable() }).nullable(),
  })
  .meta({ id: 'ClientTicketItem' });
export type ClientTicketItem = z.output<typeof clientTicketItem>;
export const clientTicketPage = pageOf(clientTicketItem);

/** `active` is all that is not settled; `settled` is resolved and closed. */
const status = z.enum(['active', 'settled', ...ticketStates.all]);
const filters = {
  ...pageQuery,
  status: status.optional(),
  kind: kind.optional(),
  priority: priority.optional(),
  service: id('service').optional(),
  invoice: id('invoice').optional(),
  /** Words of the subject or of messages, in either language, or a ticket's number. */
  q: z.string().trim().max(200).optional(),
};
export const ticketQuery = z.object(filters);
export type TicketFilters = z.output<typeof ticketQuery>;
export const clientTicketQuery = z.object({
  ...filters,
  organization: id('organization').optional(),
  tier: id('tier').optional(),
  assignee: z.union([z.literal('me'), z.literal('none'), id('person')]).optional(),
  queue: queueName.optional(),
  tag: tag.optional(),
  /**
   * Only what is out of the way, or only what is not. Not said: what waits for us and what is active comes without it, unless one searches
   * or asks for the tickets of one client, service or invoice.
   */
  snoozed: z.enum(['only', 'none', 'with']).optional(),
  /** Only those in which the reader has a draft. */
  drafts: z.literal('mine').optional(),
  /** Only where a note mentions whoever asks. */
  mentioned: z.literal('me').optional(),
  /** `waiting`: only those that wait for us, the most urgent and longest waiting first. `due`: only those with something promised, the first due first. */
  sort: z.enum(['recent', 'waiting', 'due']).default('recent'),
});
export type ClientTicketFilters = z.output<typeof clientTicketQuery>;

const fileShape = z.object({ id: idOut, name: z.string(), type: z.string(), size: z.int() });
/** An upload, until a message takes it. */
export const uploadShape = fileShape.meta({ id: 'Upload' });
export type Upload = z.output<typeof uploadShape>;
export const uploadQuery = z.object({ name: line(200) });

const message = {
  id: idOut,
  author: z.object({ kind: side, name: z.string(), me: z.boolean() }),
  /** Safe to show as it is: only paragraphs, lists, emphasis, code, quotes, links and pictures of its own files. */
  html: z.string(),
  postedAt: instant,
  /** `placed`: it stands among the words. */
  files: z.array(fileShape.extend({ placed: z.boolean() })),
  /** Grows with each correction. */
  version: z.int(),
  /** When it was last corrected; null where it says what it always said. */
  editedAt: instant.nullable(),
  /** Until when the reader may correct it; null where they may not, or no longer. */
  correctUntil: instant.nullable(),
  /** Its words were taken out for good. */
  redacted: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
};
const messageShape = z.object(message).meta({ id: 'TicketMessage' });
export type Message = z.output<typeof messageShape>;
const clientMessageShape = z
  .object({ ...message, internal: z.boolean() })
  .meta({ id: 'ClientTicketMessage' });
export type ClientMessage = z.output<typeof clientMessageShape>;
/** Oldest first; `earlier` is the `before` of the messages before these. */
export const messagePage = z.object({ items: z.array(messageShape), earlier: z.string().nullable() });
export const clientMessagePage = z.object({
  items: z.array(clientMessageShape),
  earlier: z.string().nullable(),
});
export const messageQuery = z.object({ before: z.string().max(500).optional() });

const historyItem = z.object({
  id: idOut,
  /** The fact's name, such as `support.status-changed`. */
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Who did it; null for the system, and for staff where clients read. */
  by: z.string().nullable(),
  happenedAt: instant,
});
export type HistoryItem = z.output<typeof historyItem>;

const numbered = z.object({ id: idOut, number: z.int() });
const detail = {
  ...inList,
  queue: z.object({ name: z.string(), titles: bilingualOut }),
  service: z.object({ id: idOut, names: bilingualOut, label: z.string() }).nullable(),
  invoice: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
  offer: z.object({ id: idOut, number: z.string(), title: z.string() }).nullable(),
  followUpOf: numbered.nullable(),
  followUps: z.array(numbered),
  /** Where it goes on. */
  mergedInto: numbered.nullable(),
  followers: z.array(person),
  /** Outside addresses to which public replies are copied. */
  copied: z.array(z.object({ id: idOut, address: z.string(), addedBy: z.string(), removable: z.boolean() })),
  waitingSince: instant.nullable(),
  settledAt: instant.nullable(),
  /** Until when a reply opens it again; null while it is not settled. */
  reopenUntil: instant.nullable(),
  /** In how many minutes an answer usually comes. */
  answerMinutes: z.int(),
  /** Oldest first, at most the last 100. */
  history: z.array(historyItem),
  version: z.int(),
};
export const ticketDetail = z
  .object({
    ...detail,
    assignee: z.string().nullable(),
    /** What was promised, in order of beginning. */
    promised: z.array(promisedClock),
    conversation: messagePage,
    can: z.object({ close: ability }),
  })
  .meta({ id: 'Ticket' });
export type TicketDetail = z.output<typeof ticketDetail>;
const inFamily = numbered.extend({ subject: z.string(), status: state });
export const clientTicketDetail = z
  .object({
    ...detail,
    organization: client.extend({ slug: z.string() }),
    assignee: person.nullable(),
    tags: z.array(z.string()),
    /** What it is written in, as far as we know. */
    language: language.nullable(),
    impact: impact.nullable(),
    hindrance: hindrance.nullable(),
    firstAnswerAt: instant.nullable(),
    parent: inFamily.nullable(),
    /** At most 100. */
    children: z.array(inFamily),
    snoozed: z.object({ until: instant.nullable(), by: z.string() }).nullable(),
    clocks: z.array(clockShape),
    conversation: clientMessagePage,
    can: z.object({ work: ability }),
  })
  .meta({ id: 'ClientTicket' });
export type ClientTicketDetail = z.output<typeof clientTicketDetail>;

const text = prose(20_000);
const files = z.array(id('file')).max(10).default([]);
/** The draft that this was written in, which goes with it; left where it is of another version. */
const fromDraft = id('draft').optional();
const link = { serviceId: id('service').nullable(), invoiceId: id('invoice').nullable() };

export const openBody = z.object({
  subject: line(200),
  text,
  kind: kind.default('question'),
  /** Where it is not said, `impact` and `hindrance` propose it; else it is normal. */
  priority: priority.optional(),
  /** Whom it hits. */
  impact: impact.optional(),
  /** How hard. */
  hindrance: hindrance.optional(),
  queue: queueName.optional(),
  serviceId: link.serviceId.default(null),
  invoiceId: link.invoiceId.default(null),
  offerId: id('offer').nullable().default(null),
  /** Members who read it and are told of its replies, besides who asks. */
  followers: z.array(id('person')).max(50).default([]),
  /** Outside addresses that its replies are copied to; that of a member makes them a follower. */
  copied: z.array(email).max(20).default([]),
  files,
  draft: fromDraft,
});
export const openForClientBody = openBody.extend({
  organizationId: id('organization'),
  requesterId: id('person'),
  /** `open` where we owe the next word, `waiting_customer` where the client does. */
  status: z.enum(['open', 'waiting_customer']).default('open'),
});
export const openedShape = z.object({ id: idOut, number: z.int() });

export const replyBody = z.object({ text, files, draft: fromDraft });
/** `opened` is the ticket that goes on from this one, where it was settled too long ago to open it again. */
export const replyShape = z.object({ messageId: idOut, opened: numbered.nullable() });

export const staffReplyBody = replyBody.extend({
  status: z
    .enum(['open', 'waiting_customer', 'waiting_third_party', 'on_hold', 'resolved', 'closed'])
    .default('waiting_customer'),
  /** The last public message that was on the page: who answers past a newer one is told so first. */
  seen: id('message').optional(),
  /** Its children that are not settled get the same words. */
  children: z.boolean().default(false),
});
export const noteBody = replyBody;
export const postedShape = z.object({ messageId: idOut });

export const ticketPatch = z
  .object({
    /** Anything but `merged`, which merging alone leads to. */
    status: state.exclude(['merged']),
    priority,
    kind,
    queue: queueName,
    assigneeId: id('person').nullable(),
    tags: z.array(tag).max(10),
    language,
    ...link,
  })
  .partial();
export type TicketPatch = z.output<typeof ticketPatch>;

export const sharingModes = ['own', 'role', 'members', 'all'] as const;
export const sharingBody = z.object({
  /** Who reads all tickets of the organization besides its owners: nobody, whose role says so, those in `people`, or every member. */
  mode: z.enum(sharingModes),
  people: z.array(id('person')).max(200).default([]),
});
export type SharingBody = z.output<typeof sharingBody>;
export const sharingShape = z
  .object({ mode: z.enum(sharingModes), people: z.array(idOut), version: z.int() })
  .meta({ id: 'TicketSharing' });
export type Sharing = z.output<typeof sharingShape>;

export const mergeBody = z.object({
  /** Number of the ticket in which this one goes on; of the same organization. */
  into: z.int(),
});
export const tagList = z.object({ items: z.array(z.string()) });

const queueShape = z
  .object({
    name: z.string(),
    titles: bilingualOut,
    position: z.int(),
    offered: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'TicketQueue' });
export type Queue = z.output<typeof queueShape>;
export const queueList = z.object({ items: z.array(queueShape) });
export const queueParams = z.object({ queue: queueName });
export const queueBody = z.object({
  titles: z.object({ id: line(60), en: line(60) }),
  position: z.int().min(0).max(1000),
  offered: z.boolean(),
});

/** What a new ticket can be about, and how large its files may be. */
export const formShape = z
  .object({
    queues: z.array(z.object({ name: z.string(), titles: bilingualOut })),
    answerMinutes: z.object({ emergency: z.int(), high: z.int(), normal: z.int(), low: z.int() }),
    /** The priority that is proposed, by whom it hits and how hard. */
    matrix: z.record(impact, z.record(hindrance, priority)),
    /** What the business calls the states, where it does not use our words. */
    statusNames: z.partialRecord(state, bilingualOut),
    maxFileBytes: z.int(),
    /** Endings of file names that may be attached, without the dot. */
    fileEndings: z.array(z.string()),
    /** To how many outside addresses a client may let replies be copied; none where the business does not want it. */
    mostCopied: z.int(),
  })
  .meta({ id: 'TicketForm' });
export type TicketForm = z.output<typeof formShape>;

export const agentList = z.object({ items: z.array(person) });

/** Of those the reader may see: active ones, those where the client has the next word, and unread answers. */
export const summaryShape = z
  .object({ active: z.int(), waitingForYou: z.int(), unread: z.int() })
  .meta({ id: 'SupportSummary' });
/** Counted up to 100. */
export const workloadShape = z
  .object({
    waiting: z.int(),
    due: z.int(),
    mine: z.int(),
    unassigned: z.int(),
    active: z.int(),
    waiting_customer: z.int(),
    snoozed: z.int(),
    /** Not settled, and a note mentions you. */
    mentioned: z.int(),
  })
  .meta({ id: 'SupportWorkload' });

export const unknownUpload = problem(
  'unknown_upload',
  409,
  'A file of this message is not here any more. Upload it again.',
);
export const unknownLink = problem('unknown_link', 422, 'There is no such service, invoice or queue.');
export const newerMessage = problem('newer_message', 409, 'Somebody wrote in the meantime. Read it first.');
export const notAssignable = problem('not_assignable', 422, 'This person does not work on tickets.');
export const notAMember = problem('not_a_member', 422, 'This person is not a member of the organization.');
export const fileTypeRefused = problem(
  'file_type_refused',
  415,
  'Files of this type cannot be attached, or the file is not what its name says.',
);
export const cannotMerge = problem('cannot_merge', 409, 'This ticket cannot go on in that one.');
export const bytesExpected = problem(
  'bytes_expected',
  415,
  'Send the bytes of the file as application/octet-stream.',
);
