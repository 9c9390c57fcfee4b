import { z } from 'zod';
import { ticketState } from '../support/index.ts';
import {
  bilingualOut,
  date,
  id,
  idOut,
  instant,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';

export const organizationParams = z.object({ organization: id('organization') });

/** Everything the portal's first page shows, in one answer. A part is null for those whose role does not include it. */
export const dashboardShape = z
  .object({
    money: z
      .object({
        /** An organization above owes what is invoiced from now on. */
        paidAbove: z.boolean(),
        currencies: z.array(
          z.object({
            currency: z.string(),
            open: z.int(),
            openCount: z.int(),
            overdue: z.int(),
            overdueCount: z.int(),
            credit: z.int(),
          }),
        ),
        /** What is owed, the earliest due first; five at most. */
        due: z.array(
          z.object({
            id: idOut,
            number: z.string().nullable(),
            title: bilingualOut,
            status: z.string(),
            dueOn: date,
            balance: moneyOut,
          }),
        ),
      })
      .nullable(),
    services: z
      .object({
        active: z.int(),
        pending: z.int(),
        suspended: z.int(),
        ending: z.int(),
        /** Those that need a look first, then the newest; five at most. */
        latest: z.array(
          z.object({
            id: idOut,
            label: z.string(),
            names: bilingualOut,
            state: z.string(),
            technicalState: z.string(),
            suspended: z.boolean(),
            paidThrough: date.nullable(),
            cancelOn: date.nullable(),
          }),
        ),
      })
      .nullable(),
    tickets: z.object({
      open: z.int(),
      waitingForYou: z.int(),
      latest: z.array(
        z.object({
          id: idOut,
          number: z.string(),
          subject: z.string(),
          status: z.string(),
          lastMessageAt: instant,
        }),
      ),
    }),
    /** What a new client does first; null once all of it is done. */
    onboarding: z
      .object({ details: z.boolean(), colleagues: z.boolean(), ordered: z.boolean(), paid: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.output<typeof dashboardShape>;

export const searchQuery = z.object({ q: z.string().trim().min(1).max(100) });
/** Found things by kind, five of each at most; `path` is made by the page from kind and id. The id of an article is its slug in the portal. */
export const searchShape = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['client', 'service', 'invoice', 'order', 'ticket', 'article']),
        id: idOut,
        title: z.string(),
        detail: z.string(),
        organization: z.object({ id: idOut, name: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Found' });
export type Found = z.output<typeof searchShape>;

/** What waits for staff at this moment. A part is null for those whose role does not include it. */
export const todayShape = z
  .object({
    tickets: z.object({ unassigned: z.int(), mine: z.int(), waiting: z.int() }).nullable(),
    tasks: z.object({ open: z.int(), failing: z.int() }).nullable(),
    money: z
      .object({
        transfers: z.int(),
        unmatched: z.int(),
        refunds: z.int(),
        /** Credit that was asked for beside tickets; null for who may not give it. */
        deskCredit: z.int().nullable(),
        overdueCount: z.int(),
      })
      .nullable(),
    orders: z.object({ pending: z.int(), inProgress: z.int() }).nullable(),
    mails: z.object({ failed: z.int() }).nullable(),
    clients: z.object({ joined: z.int() }),
  })
  .meta({ id: 'Today' });
export type Today = z.output<typeof todayShape>;

/** An organization and all below it. A part is null where one's role there does not include it. */
export const groupShape = z
  .object({
    items: z.array(
      z.object({
        id: idOut,
        slug: z.string(),
        name: z.string(),
        depth: z.int(),
        parent: idOut.nullable(),
        /** Who owes what is invoiced for it from now on. */
        pays: z.enum(['itself', 'parent']),
        services: z.int().nullable(),
        tickets: z.int().nullable(),
        /** What is owed for it, whoever of the group owes it. */
        money: z.array(z.object({ currency: z.string(), open: z.int(), overdue: z.int() })).nullable(),
      }),
    ),
  })
  .meta({ id: 'Group' });
export type Group = z.output<typeof groupShape>;

export const inboxQuery = z.object({ ...pageQuery, state: z.enum(['open', 'all']).default('open') });
export const inboxItem = z
  .object({
    id: idOut,
    number: z.string(),
    subject: z.string(),
    status: ticketState,
    /** What the business calls this state; null where our words serve. */
    statusNames: bilingualOut.nullable(),
    unread: z.boolean(),
    lastMessageAt: instant,
    organization: z.object({ id: idOut, name: z.string(), slug: z.string() }),
  })
  .meta({ id: 'InboxTicket' });
export type InboxItem = z.output<typeof inboxItem>;
export const inboxPage = pageOf(inboxItem);
