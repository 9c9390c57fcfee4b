import { z } from 'zod';
import { ability, bilingualOut, date, id, idOut, instant, moneyOut } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { refundStates } from '../payments/index.ts';
import type { RefundState } from '../payments/index.ts';
import { operationKinds } from '../provisioning/index.ts';

const locale = z.enum(['id', 'en']);

export const disputeParams = z.object({ dispute: id('dispute') });

/** Every part of a pack, in the order in which it is told. */
export const evidenceParts = [
  'order',
  'terms',
  'invoices',
  'payment',
  'refunds',
  'delivery',
  'signIns',
  'activity',
  'messages',
  'tickets',
] as const;
export type EvidencePart = (typeof evidenceParts)[number];
const part = z.enum(evidenceParts);

/** Where somebody was signed in from. */
const signIn = z.object({
  at: instant,
  address: z.string(),
  country: z.string().nullable(),
  agent: z.string(),
});

const refundState = z.enum(refundStates.all as [RefundState, ...RefundState[]]);

/** What the records say, by part; what there is none of is null or empty. */
export const collectedShape = z.object({
  order: z
    .object({
      number: z.string(),
      placedAt: instant,
      placedBy: z.string(),
      total: moneyOut,
      items: z.array(z.object({ names: bilingualOut, quantity: z.int() })),
      signIn: signIn.nullable(),
    })
    .nullable(),
  /** The terms that were accepted with the order, refunds among them. */
  terms: z.object({ version: z.int(), acceptedAt: instant, by: z.string(), text: bilingualOut }).nullable(),
  invoices: z.array(
    z.object({
      id: idOut,
      number: z.string().nullable(),
      issuedOn: date,
      dueOn: date,
      total: moneyOut,
      lines: z.array(bilingualOut),
    }),
  ),
  payment: z
    .object({
      amount: moneyOut,
      receivedAt: instant,
      paidWith: z.string(),
      gateway: z.string(),
      reference: z.string().nullable(),
      receipt: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
      /** Confirmed by the payer at the bank (3-D Secure). */
      authenticated: z.boolean(),
      /** Null where it was charged by agreement, without the payer. */
      startedBy: z.string().nullable(),
      signIn: signIn.nullable(),
    })
    .nullable(),
  refunds: z.array(z.object({ amount: moneyOut, state: refundState, reason: z.string(), askedAt: instant })),
  delivery: z.array(
    z.object({
      names: bilingualOut,
      activatedAt: instant.nullable(),
      /** What came to an end. */
      operations: z.array(z.object({ kind: z.enum(operationKinds), at: instant, done: z.boolean() })),
    }),
  ),
  signIns: z.array(signIn.extend({ name: z.string() })),
  /** What members did themselves after the payment. */
  activity: z.object({ acts: z.int(), people: z.int(), first: instant, last: instant }).nullable(),
  messages: z.array(z.object({ at: instant, subject: z.string(), to: z.string(), sent: z.boolean() })),
  tickets: z.array(
    z.object({
      number: z.int(),
      subject: z.string(),
      openedAt: instant,
      messages: z.array(
        z.object({ at: instant, by: z.enum(['client', 'staff']), name: z.string(), text: z.string() }),
      ),
    }),
  ),
});
export type Collected = z.output<typeof collectedShape>;

const person = z.object({ id: idOut, name: z.string() });
export const packShape = z
  .object({
    /** Null until the records are read for the first time. */
    pack: z
      .object({
        id: idOut,
        collected: collectedShape,
        collectedAt: instant,
        parts: z.array(part),
        language: locale,
        statement: z.string(),
        state: z.enum(['draft', 'sending', 'sent']),
        sentAt: instant.nullable(),
        sentBy: person.nullable(),
        /** SHA-256 of the PDF and of the archive as they were sent, in hex. */
        documentHash: z.string().nullable(),
        archiveHash: z.string().nullable(),
        version: z.int(),
      })
      .nullable(),
    can: z.object({ collect: ability, change: ability, submit: ability }),
  })
  .meta({ id: 'EvidencePack' });
export type EvidencePack = z.output<typeof packShape>;
export type Pack = NonNullable<EvidencePack['pack']>;

export const packBody = z.strictObject({
  parts: z.array(part).max(evidenceParts.length),
  language: locale,
  statement: z.string().trim().max(20_000),
});

export const packFrozen = problem('evidence_frozen', 409, 'This evidence was sent, so it stays as it was.');
export const statementMissing = problem(
  'statement_missing',
  422,
  'Say in a few sentences what the evidence shows.',
);
