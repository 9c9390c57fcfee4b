import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';
import { goals } from './domain/sla/clock.ts';
import { kinds, priorities, ticketStates } from './domain/ticket-states.ts';
import type { TicketState } from './domain/ticket-states.ts';

const state = z.enum(ticketStates.all as [TicketState, ...TicketState[]]);
const priority = z.enum(priorities);
/** Older facts know problems as incidents. */
const kind = z.enum([...kinds, 'incident']);
const side = z.enum(['client', 'staff']);
const changed = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value });

export const ticketOpened = defineEvent('support.ticket-opened', {
  data: z.object({
    messageId: z.string(),
    kind,
    priority,
    queue: z.string(),
    by: side,
    followUpOf: z.string().nullable(),
    /** Absent in older facts. */
    status: state.optional(),
  }),
});
/** A public message; notes have a fact of their own. */
export const messagePosted = defineEvent('support.message-posted', {
  data: z.object({ messageId: z.string(), by: side, public: z.literal(true) }),
});
export const noteAdded = defineEvent('support.note-added', {
  audience: 'staff',
  data: z.object({ messageId: z.string() }),
});
/** A public message was corrected by its author; corrected notes have a fact of their own. */
export const messageCorrected = defineEvent('support.message-corrected', {
  data: z.object({ messageId: z.string(), by: side, version: z.int() }),
});
/** `mentioned`: how many of staff it names now whom it did not name before. */
export const noteCorrected = defineEvent('support.note-corrected', {
  audience: 'staff',
  data: z.object({ messageId: z.string(), version: z.int(), mentioned: z.int() }),
});
/** Its words are gone for good, and `files` of its files. Why stands with the message, not here. */
export const messageRedacted = defineEvent('support.message-redacted', {
  data: z.object({ messageId: z.string(), files: z.int() }),
});
export const noteRedacted = defineEvent('support.note-redacted', {
  audience: 'staff',
  data: z.object({ messageId: z.string(), files: z.int() }),
});
export const statusChanged = defineEvent('support.status-changed', {
  data: z.object({
    from: state,
    to: state,
    by: z.enum(['client', 'staff', 'system']),
    /** An undoing put back that the client waits, since then. */
    waitsAgain: z.string().optional(),
  }),
});
export const priorityChanged = defineEvent('support.priority-changed', { data: changed(priority) });
export const kindChanged = defineEvent('support.kind-changed', { data: changed(kind) });
export const queueChanged = defineEvent('support.queue-changed', { data: changed(z.string()) });
export const ticketAssigned = defineEvent('support.ticket-assigned', {
  data: z.object({ assigneeId: z.string().nullable() }),
});
/** Staff did something for the client beside the ticket; `about` is the thing, `label` its number. Amounts in minor units. */
export const deskActDone = defineEvent('support.act-done', {
  audience: 'staff',
  data: z.object({
    act: z.enum([
      'invoice_sent',
      'service_suspended',
      'service_resumed',
      'credit_given',
      'credit_asked',
      'credit_approved',
      'credit_declined',
      'credit_withdrawn',
    ]),
    about: z.string(),
    label: z.string().optional(),
    names: z.object({ id: z.string(), en: z.string() }).optional(),
    amount: z.int().optional(),
    currency: z.string().optional(),
  }),
});
/** The client has another tier, and the ticket other promises by it. */
export const promisesMatched = defineEvent('support.promises-matched', {
  audience: 'staff',
  data: z.object({ tierId: z.string().nullable() }),
});
/** Out of the way until an instant, or until the client writes. */
export const ticketSnoozed = defineEvent('support.ticket-snoozed', {
  audience: 'staff',
  data: z.object({ until: z.string().nullable() }),
});
export const ticketWoken = defineEvent('support.ticket-woken', {
  audience: 'staff',
  data: z.object({ by: z.enum(['time', 'client', 'staff']) }),
});
/** Replies are copied to an outside address, which no fact names; by `self` ends it who reads that address. */
export const copiedAdded = defineEvent('support.copied-added', {
  data: z.object({ copiedId: z.string(), by: side }),
});
export const copiedRemoved = defineEvent('support.copied-removed', {
  data: z.object({ copiedId: z.string(), by: z.enum(['client', 'staff', 'self']) }),
});
/** What staff mark tickets with; short words of their own choice, never of clients. */
export const tagsChanged = defineEvent('support.tags-changed', {
  audience: 'staff',
  data: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
});
/** Goes on in the ticket `into`. */
export const ticketMerged = defineEvent('support.ticket-merged', {
  data: z.object({ into: z.string(), from: state }),
});
/** The other side of a merge: `from` goes on in this one. */
export const ticketJoined = defineEvent('support.ticket-joined', { data: z.object({ from: z.string() }) });
/** Something said here became the ticket `into` as well. */
export const ticketSplit = defineEvent('support.ticket-split', {
  data: z.object({ into: z.string(), messages: z.int() }),
});
/** The other side of a split: it began in the ticket `from`. */
export const ticketSplitOff = defineEvent('support.ticket-split-off', {
  data: z.object({ from: z.string() }),
});
/** `child` belongs under another ticket, or under none, from now on. */
export const parentChanged = defineEvent('support.parent-changed', {
  audience: 'staff',
  data: z.object({ child: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
});
export const ticketLinked = defineEvent('support.ticket-linked', {
  data: z.object({ serviceId: z.string().nullable(), invoiceId: z.string().nullable() }),
});
/** Staff wrote in a guest's ticket, or resolved it without a word (`messageId` null): who has no account is told by a mailed link. */
export const guestAnswered = defineEvent('support.guest-answered', {
  audience: 'staff',
  data: z.object({ messageId: z.string().nullable(), resolved: z.boolean() }),
});
/** A guest's ticket went into the organization of whoever claimed it. */
export const ticketMoved = defineEvent('support.ticket-moved', { data: z.object({ from: z.string() }) });
export const followerAdded = defineEvent('support.follower-added', {
  data: z.object({ personId: z.string() }),
});
export const followerRemoved = defineEvent('support.follower-removed', {
  data: z.object({ personId: z.string() }),
});
const promised = z.object({
  policyId: z.string(),
  version: z.int(),
  goal: z.enum(goals),
  dueAt: z.string(),
  /** It is not met yet. */
  running: z.boolean(),
});
/** Who of an organization reads all of its tickets. `people`: how many were chosen. */
export const ticketsShared = defineEvent('support.tickets-shared', {
  data: z.object({ mode: z.string(), people: z.int() }),
});
/** A promise to a client is nearly over. */
export const slaWarned = defineEvent('support.sla-warned', { audience: 'staff', data: promised });
/** A promise to a client was not kept in time. */
export const slaBreached = defineEvent('support.sla-breached', { audience: 'staff', data: promised });
/** What a client is owed for a missed promise waits for staff. */
export const creditDrafted = defineEvent('support.credit-drafted', {
  audience: 'staff',
  data: z.object({ creditId: z.string() }),
});
export const creditSettled = defineEvent('support.credit-settled', {
  audience: 'staff',
  data: z.object({ creditId: z.string(), state: z.enum(['given', 'dismissed']) }),
});
export const calendarDefined = defineEvent('support.calendar-defined', {
  audience: 'staff',
  data: z.object({ version: z.int() }),
});
export const policyDefined = defineEvent('support.policy-defined', {
  audience: 'staff',
  data: z.object({ version: z.int(), active: z.boolean() }),
});
export const queueDefined = defineEvent('support.queue-defined', {
  audience: 'staff',
  data: z.object({ offered: z.boolean() }),
});
