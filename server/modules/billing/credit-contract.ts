import { z } from 'zod';
import {
  ability,
  bilingualOut,
  date,
  id,
  idOut,
  instant,
  moneyOut,
  pageOf,
  pageQuery,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { creditReasons } from './domain/credit-note.ts';

const client = z.object({ id: idOut, name: z.string() });
const reason = z.enum(creditReasons);

export const creditNoteParams = z.object({ organization: id('organization'), creditNote: id('credit-note') });
export const staffCreditNoteParams = z.object({ creditNote: id('credit-note') });

/** `settled` paid what was open on the invoice, the rest of the total became credit. */
const note = {
  id: idOut,
  number: z.string().nullable(),
  reason,
  issuedOn: date,
  invoice: z.object({ id: idOut, number: z.string().nullable() }),
  client,
  total: moneyOut,
  settled: moneyOut,
};
const creditNoteItem = z.object(note).meta({ id: 'CreditNoteItem' });
export type CreditNoteItem = z.output<typeof creditNoteItem>;
export const creditNotePage = pageOf(creditNoteItem);
export const creditNoteQuery = z.object(pageQuery);
export const staffCreditNoteQuery = z.object({ ...pageQuery, client: id('organization').optional() });

export const creditNoteShape = z
  .object({
    ...note,
    note: z.string(),
    issuedAt: instant,
    net: moneyOut,
    tax: moneyOut,
    lines: z.array(z.object({ position: z.int(), description: bilingualOut, net: moneyOut, tax: moneyOut })),
    can: z.object({ download: ability }),
  })
  .meta({ id: 'CreditNote' });
export type CreditNote = z.output<typeof creditNoteShape>;

export const creditNoteBody = z.strictObject({
  reason,
  note: z.union([z.literal(''), prose(2000)]).default(''),
  /** `net`: what is taken back of the line, in minor units without tax; below zero for a line that is a reduction. */
  lines: z
    .array(z.strictObject({ position: z.int().min(1), net: z.int().min(-1e13).max(1e13) }))
    .min(1)
    .max(1000),
});

export const invoiceCredited = problem(
  'credited',
  409,
  'All of this invoice was taken back by credit notes.',
);
export const hasCreditNotes = problem(
  'has_credit_notes',
  409,
  'Part of this invoice was taken back by a credit note: take the rest back by another.',
);
export const notCreditable = problem('not_creditable', 409, 'There is nothing to take back of this invoice.');
export const moreThanPaid = problem('more_than_paid', 409, 'That is more than is left of this payment.');
export const creditTooSmall = problem(
  'credit_too_small',
  409,
  'The client has less credit than that: what pays an invoice becomes credit by a credit note.',
);
export const moreThanCharged = problem(
  'more_than_charged',
  422,
  'More is asked back than was charged and is not taken back yet.',
);
