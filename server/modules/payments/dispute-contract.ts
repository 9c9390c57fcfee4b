import { z } from 'zod';
import { ability, id, idOut, instant, moneyOut, pageOf, pageQuery } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { disputeReasons, disputeStates } from './domain/dispute.ts';
import { disputeShape } from './settings.ts';

const state = z.enum(disputeStates.all as [string, ...string[]] as [(typeof disputeStates.all)[number]]);
const reason = z.enum(disputeReasons);
const client = z.object({ id: idOut, name: z.string(), slug: z.string() });
const person = z.object({ id: idOut, name: z.string() });

export const disputeParams = z.object({ dispute: id('dispute') });

const dispute = {
  id: idOut,
  client,
  amount: moneyOut,
  state,
  reason,
  /** Until when the bank takes an answer. */
  dueAt: instant.nullable(),
  heardAt: instant,
  paidWith: z.string(),
};
const disputeItem = z.object(dispute).meta({ id: 'DisputeItem' });
export type DisputeItem = z.output<typeof disputeItem>;
/** As it stands with the payment. */
export const disputeOfPayment = disputeItem.pick({
  id: true,
  state: true,
  reason: true,
  amount: true,
  heardAt: true,
});
export const disputePage = pageOf(disputeItem);
/** `to_answer` has those with the nearest deadline first, the others the newest. `q` finds clients, numbers of invoices and references. */
export const disputeQuery = z.object({
  ...pageQuery,
  group: z.enum(['to_answer', 'at_bank', 'over']).optional(),
  reason: reason.optional(),
  q: z.string().trim().min(1).max(200).optional(),
});
export type DisputeFilters = z.output<typeof disputeQuery>;

export const staffDisputeShape = z
  .object({
    ...dispute,
    stateAt: instant,
    gateway: z.string(),
    reference: z.string(),
    /** The bank's own word for the reason. */
    code: z.string(),
    attemptId: idOut,
    payment: z
      .object({
        id: idOut,
        amount: moneyOut,
        receivedAt: instant,
        /** Given back by us, which counts as evidence. */
        refunded: moneyOut,
      })
      .nullable(),
    invoices: z.array(z.object({ id: idOut, number: z.string().nullable(), open: moneyOut })),
    /** So far: taken out by the gateway, given back by it, and charged for the dispute. */
    withdrawn: moneyOut,
    returned: moneyOut,
    fee: moneyOut,
    submittedAt: instant.nullable(),
    submittedBy: person.nullable(),
    acceptedBy: person.nullable(),
    /** What became known, newest first. */
    news: z.array(
      z.object({
        id: idOut,
        at: instant,
        heardAt: instant,
        state,
        withdrawn: moneyOut,
        returned: moneyOut,
        fee: moneyOut,
      }),
    ),
    can: z.object({ answer: ability, accept: ability, check: ability }),
  })
  .meta({ id: 'StaffDispute' });
export type StaffDispute = z.output<typeof staffDisputeShape>;

/** Those that wait for an answer, the nearest deadline first. */
export const disputeConcernsShape = z.object({ items: z.array(disputeItem) }).meta({ id: 'DisputeConcerns' });
export type DisputeConcerns = z.output<typeof disputeConcernsShape>;

export const disputeSettingsShape = z
  .object({ value: disputeShape, version: z.int(), can: z.object({ change: ability }) })
  .meta({ id: 'DisputeSettings' });
export type DisputeSettings = z.output<typeof disputeSettingsShape>;

export const cannotAnswer = problem(
  'cannot_answer',
  409,
  'This dispute takes no answer now. `facts.reason` says why.',
);
