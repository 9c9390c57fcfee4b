import { z } from 'zod';
import { staffRoles } from '../../kernel/auth/roles.ts';
import {
  ability,
  bilingualOut,
  date,
  id,
  idOut,
  instant,
  line,
  moneyOut,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { creditAsk } from './ask-contract.ts';

export const ticketParams = z.object({ ticket: id('ticket') });

const service = z.object({
  id: idOut,
  names: bilingualOut,
  label: z.string(),
  state: z.string(),
  suspendedFor: z.array(z.string()),
  /** The ticket is about it. */
  linked: z.boolean(),
  can: z.object({ suspend: ability, resume: ability }),
});
const invoice = z.object({
  id: idOut,
  number: z.string().nullable(),
  status: z.string(),
  total: moneyOut,
  balance: moneyOut,
  dueOn: date,
  linked: z.boolean(),
  can: z.object({ send: ability }),
});
const payment = z.object({ id: idOut, number: z.string().nullable(), amount: moneyOut, at: instant });
/** Whom an invoice can be sent to: those of the client who may read it, and its billing address. */
const reader = z.object({
  id: idOut.nullable(),
  name: z.string(),
  email: z.string(),
  locale: z.enum(['id', 'en']),
});
/** What staff need of a client beside a ticket; null where the reader may not see it. What the ticket is about comes first. */
export const clientPanel = z
  .object({
    services: z.array(service).nullable(),
    invoices: z.array(invoice).nullable(),
    payments: z.array(payment).nullable(),
    readers: z.array(reader),
    credit: z
      .object({
        currency: z.string(),
        /** What the client has; null for who may not see it. */
        balance: moneyOut.nullable(),
        /** What the reader may still give today, within the limit for one client; null where only that one holds. */
        left: moneyOut.nullable(),
        /** What was asked for beside this ticket and waits for somebody to decide. */
        waiting: creditAsk.nullable(),
        can: z.object({ give: ability, ask: ability }),
      })
      .nullable(),
  })
  .meta({ id: 'DeskClientPanel' });
export type ClientPanel = z.output<typeof clientPanel>;

export const sendBody = z
  .object({
    invoiceId: id('invoice'),
    /** One of the readers; null for the billing address. */
    personId: id('person').nullable(),
    /** Of the mail and its PDF to the billing address; a person gets both in their own. */
    language: z.enum(['id', 'en']),
  })
  .meta({ id: 'SendInvoiceAgain' });
export type SendBody = z.output<typeof sendBody>;
export const suspendBody = z.object({
  serviceId: id('service'),
  reason: z.enum(['manual', 'abuse', 'security']),
  note: prose(2000).optional(),
});
export const resumeBody = z.object({
  serviceId: id('service'),
  reason: z.enum(['manual', 'abuse', 'security', 'non_payment', 'customer']),
});
export const creditBody = z.object({
  currency: z
    .string()
    .refine(isCurrency)
    .transform((text) => text as Currency),
  amount: z.int().min(1).max(1e13),
  /** The client reads it. */
  reason: line(300),
});

export const notReader = problem('not_reader', 422, 'This person may not read the invoices of this client.');
export const notOfTicket = problem('not_of_ticket', 422, 'This is not of the client whose ticket it is.');
export const overDailyLimit = problem(
  'over_daily_limit',
  409,
  'That is more than your role may give in a day. Ask for it, and somebody who may give as much decides.',
);

export const deskLimitsShape = z.object({
  /** What one person of a role may give in a day beside tickets, in minor units; without a line for a role and currency nothing. */
  credit: z
    .array(
      z.object({
        role: z.enum(staffRoles),
        currency: z.string().refine(isCurrency),
        perDay: z.int().min(1).max(1e13),
      }),
    )
    .max(60)
    .refine(
      (all) => new Set(all.map(({ role, currency }) => `${role} ${currency}`)).size === all.length,
      'one for each',
    ),
});
export type DeskLimits = z.output<typeof deskLimitsShape>;
