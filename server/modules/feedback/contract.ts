import { z } from 'zod';
import {
  bilingualOut,
  id,
  idOut,
  instant,
  line,
  pageOf,
  pageQuery,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';

const score = z.int().min(1).max(5);
const scoreAsked = z.coerce.number().int().min(1).max(5);

/** What a mailed link carries, or which question somebody signed in was asked. */
const which = { token: z.string().max(100).optional(), rating: id('rating').optional() };
export const openBody = z.object(which);
export const answerBody = z.object({
  ...which,
  score,
  /** What is not sent stays as it was; an empty one is taken back. */
  comment: z.union([z.string().trim().length(0), prose(2000)]).optional(),
});

export const questionShape = z
  .object({
    ticket: z.object({ number: z.int(), subject: z.string() }),
    /** `open`: to be answered. `given`: it can be changed. `final`: no more. */
    state: z.enum(['open', 'given', 'final']),
    score: z.int().nullable(),
    comment: z.string().nullable(),
    /** Until when it can be answered, or the answer be changed. */
    until: instant,
  })
  .meta({ id: 'RatingQuestion' });
export type Question = z.output<typeof questionShape>;

export const ratingParams = z.object({ rating: id('rating') });
export const ratingTicketParams = z.object({ ticket: id('ticket') });
export const followUps = ['waiting', 'open', 'taken', 'done'] as const;
export const ratingQuery = z.object({
  ...pageQuery,
  score: scoreAsked.optional(),
  queue: z.string().max(40).optional(),
  agent: id('person').optional(),
  /** `waiting`: open or taken. */
  followUp: z.enum(followUps).optional(),
  q: line(100).optional(),
});
export type RatingQuery = z.output<typeof ratingQuery>;

const somebody = z.object({ id: idOut, name: z.string() });
export const ratingShape = z
  .object({
    id: idOut,
    ticket: z.object({ id: idOut, number: z.int(), subject: z.string() }),
    organization: z.object({ id: idOut, name: z.string() }),
    by: z.string(),
    queue: bilingualOut,
    agent: somebody.nullable(),
    score: z.int(),
    comment: z.string().nullable(),
    answeredAt: instant,
    followUp: z
      .object({
        state: z.enum(['open', 'taken', 'done']),
        takenBy: somebody.nullable(),
        doneBy: z.string().nullable(),
        doneAt: instant.nullable(),
        outcome: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Rating' });
export const ratingPage = pageOf(ratingShape);
export type Rating = z.output<typeof ratingShape>;

export const ticketRating = z.object({
  /** Null when nobody was asked. */
  askedAt: instant.nullable(),
  rating: ratingShape.nullable(),
});
export type TicketRating = z.output<typeof ticketRating>;

export const reportKinds = ['month', 'queue', 'agent'] as const;
export const ratingReportQuery = z.object({
  by: z.enum(reportKinds).default('month'),
  months: z.coerce.number().int().min(1).max(36).default(12),
});
export type RatingReportQuery = z.output<typeof ratingReportQuery>;
const counted = {
  asked: z.int(),
  answered: z.int(),
  /** Of those that answered; null where nobody did. */
  average: z.number().nullable(),
  /** How many gave 4 or 5. */
  satisfied: z.int(),
};
export const ratingReport = z
  .object({
    all: z.object({ ...counted, waiting: z.int() }),
    items: z.array(
      z.object({
        ...counted,
        /** 'YYYY-MM' by the reader’s zone, the name of a queue, or the id of a person; null where nobody looked after the ticket. */
        key: z.string().nullable(),
        titles: bilingualOut.nullable(),
        name: z.string().nullable(),
      }),
    ),
    /** Those who have looked after a ticket that was rated. */
    agents: z.array(somebody),
    queues: z.array(z.object({ name: z.string(), titles: bilingualOut })),
  })
  .meta({ id: 'RatingReport' });
export type RatingReport = z.output<typeof ratingReport>;

export const outcomeBody = z.object({ outcome: prose(2000) });

export const unknownRating = problem('unknown_rating', 404, 'Nothing asks for a rating here.');
export const ratingExpired = problem('rating_expired', 410, 'The time to answer is over.');
export const ratingFinal = problem('rating_final', 409, 'This answer can no longer be changed.');
export const followUpNotOpen = problem(
  'follow_up_not_open',
  409,
  'Somebody else has taken it meanwhile, or it is done.',
);
