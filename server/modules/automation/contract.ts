import { z } from 'zod';
import {
  ability,
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
import { kinds, priorities, queueName, tag, ticketState } from '../support/index.ts';
import { outcomes } from '../assignment/index.ts';
import { aspects, moments } from './domain/rules.ts';
import { variables } from './domain/variables.ts';

const variable = z.enum(variables);
const template = prose(10_000);
const templateOut = z.string().nullable();
const texts = z
  .object({ id: template.nullable(), en: template.nullable() })
  .refine(({ id: inIndonesian, en }) => inIndonesian !== null || en !== null, {
    path: ['id'],
    message: 'in one language at least',
  });
const textsOut = z.object({ id: templateOut, en: templateOut });
export type Texts = z.output<typeof texts>;

export const replyParams = z.object({ cannedReply: id('canned-reply') });
export const macroParams = z.object({ macro: id('macro') });
export const ticketParams = z.object({ ticket: id('ticket') });
export const ticketMacroParams = ticketParams.extend({ macro: id('macro') });

const common = { title: line(100), shared: z.boolean() };
export const replyBody = z.object({ ...common, folder: z.union([z.literal(''), line(60)]), texts });
export type ReplyBody = z.output<typeof replyBody>;

const replyShape = z
  .object({
    id: idOut,
    title: z.string(),
    folder: z.string(),
    texts: textsOut,
    /** Everybody at the desk has it; else only the reader. */
    shared: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'CannedReply' });
export type CannedReply = z.output<typeof replyShape>;
export const replyPage = pageOf(replyShape);
export const replyQuery = z.object({
  ...pageQuery,
  /** A part of the title, folder or text. */
  q: z.string().trim().max(100).optional(),
  folder: z.string().max(60).optional(),
  whose: z.enum(['own', 'shared']).optional(),
});
export const folderList = z.object({ items: z.array(z.string()) });

export const fittingQuery = z.object({ q: z.string().trim().max(100).optional() });
const fittingReply = z
  .object({
    id: idOut,
    title: z.string(),
    folder: z.string(),
    shared: z.boolean(),
    /** For this ticket, in its language where there is one. */
    text: z.string(),
    /** There is none in the ticket's language. */
    otherLanguage: z.boolean(),
    /** What is left open, since the ticket does not say it. */
    missing: z.array(variable),
  })
  .meta({ id: 'FittingReply' });
export const fittingReplies = z.object({ language: z.enum(['id', 'en']), items: z.array(fittingReply) });
export type FittingReplies = z.output<typeof fittingReplies>;

const state = ticketState.exclude(['new', 'merged']);
/** As the ticket's queue gives out: only where nobody has it, or also from whoever does. */
export const giving = ['queue', 'queue_anyway'] as const;

const simple = {
  status: state.optional(),
  priority: z.enum(priorities).optional(),
  kind: z.enum(kinds).optional(),
  queue: queueName.optional(),
  addTags: z.array(tag).max(10).default([]),
  removeTags: z.array(tag).max(10).default([]),
};
/** What is done to a ticket, all of it or nothing. A reply is sent in the ticket's language and leaves it in `status`. */
export const acts = z
  .object({
    ...simple,
    assignee: z.union([z.enum(['me', 'nobody', ...giving]), id('person')]).optional(),
    reply: texts.optional(),
    note: template.optional(),
  })
  .refine(
    ({ addTags, removeTags, ...others }) =>
      addTags.length + removeTags.length + Object.values(others).filter(Boolean).length > 0,
    { message: 'one act at least' },
  );
export type Acts = z.output<typeof acts>;
const actsOf = z.object({
  status: state.optional(),
  priority: z.enum(priorities).optional(),
  kind: z.enum(kinds).optional(),
  queue: z.string().optional(),
  addTags: z.array(z.string()),
  removeTags: z.array(z.string()),
  assignee: z.string().optional(),
  reply: textsOut.optional(),
  note: z.string().optional(),
});

export const macroBody = z.object({ ...common, acts });
export type MacroBody = z.output<typeof macroBody>;
const macroShape = z
  .object({ id: idOut, title: z.string(), acts: actsOf, shared: z.boolean(), version: z.int() })
  .meta({ id: 'Macro' });
export type Macro = z.output<typeof macroShape>;
export const macroList = z.object({ items: z.array(macroShape) });

/** What a macro would do to a ticket as it is now. */
const fittingMacro = z
  .object({
    id: idOut,
    title: z.string(),
    shared: z.boolean(),
    version: z.int(),
    status: state.nullable(),
    priority: z.enum(priorities).nullable(),
    kind: z.enum(kinds).nullable(),
    queue: bilingualOut.nullable(),
    /** Null where it changes nobody; an empty name takes away whoever has it. */
    assignee: z.string().nullable(),
    /** What giving it out as its queue does would come to just now; null where it does not. */
    gives: z.enum(outcomes).nullable(),
    addTags: z.array(z.string()),
    removeTags: z.array(z.string()),
    reply: z.string().nullable(),
    note: z.string().nullable(),
    missing: z.array(variable),
    can: z.object({ apply: ability }),
  })
  .meta({ id: 'FittingMacro' });
export type FittingMacro = z.output<typeof fittingMacro>;
export const fittingMacros = z.object({ items: z.array(fittingMacro) });

export const applyBody = z.object({
  /** The macro as it was shown. */
  version: z.int(),
  /** The last public message that was on the page: a reply past a newer one is not sent. */
  seen: id('message').optional(),
});

const moment = z.enum(moments);
/** That an aspect of the ticket is, or is not, one of the values; `assigned` has none. */
const test = z
  .object({ of: z.enum(aspects), is: z.boolean(), values: z.array(line(100)).max(20) })
  .refine(({ of, values }) => (of === 'assigned') === (values.length === 0), {
    path: ['values'],
    message: 'one value at least, and none for assigned',
  });
export const conditions = z.object({ match: z.enum(['all', 'any']), tests: z.array(test).max(20) });
export const conditionsOut = z.object({
  match: z.enum(['all', 'any']),
  tests: z.array(z.object({ of: z.enum(aspects), is: z.boolean(), values: z.array(z.string()) })),
});
/** `hours` of silence, for the moment of that name alone. */
const when = { moment, hours: z.int().min(1).max(8760).nullable(), conditions };
const hoursFit = ({ moment, hours }: { moment: string; hours: number | null }) =>
  (moment === 'silent') === (hours !== null);
const hoursWrong = { path: ['hours'], message: 'hours for silence, and for nothing else' };

const notified = z.enum(['assignee', 'team']);
/** What a rule does: no answer in somebody's name, but `tell` mails the client; `notify` tells staff. */
export const ruleActs = z
  .object({
    ...simple,
    assignee: z.union([z.enum(['nobody', ...giving]), id('person')]).optional(),
    note: template.optional(),
    tell: texts.optional(),
    notify: z.array(notified).max(2).default([]),
  })
  .refine(
    ({ addTags, removeTags, notify, ...others }) =>
      addTags.length + removeTags.length + notify.length + Object.values(others).filter(Boolean).length > 0,
    { message: 'one act at least' },
  );
export type RuleActs = z.output<typeof ruleActs>;
const ruleActsOut = actsOf
  .omit({ reply: true })
  .extend({ tell: textsOut.optional(), notify: z.array(notified) });

export const ruleParams = z.object({ rule: id('rule') });
export const ruleBody = z
  .object({
    title: line(100),
    position: z.int().min(0).max(1000),
    active: z.boolean(),
    ...when,
    acts: ruleActs,
  })
  .refine(hoursFit, hoursWrong);
export type RuleBody = z.output<typeof ruleBody>;
const ruleShape = z
  .object({
    id: idOut,
    title: z.string(),
    position: z.int(),
    active: z.boolean(),
    moment,
    hours: z.int().nullable(),
    conditions: conditionsOut,
    acts: ruleActsOut,
    /** When it did something last. */
    lastRunAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'TicketRule' });
export type TicketRule = z.output<typeof ruleShape>;
export const ruleList = z.object({ items: z.array(ruleShape) });

const ofTicket = { id: idOut, number: z.int(), subject: z.string() };
const runShape = z
  .object({
    id: idOut,
    ticket: z.object(ofTicket).nullable(),
    acts: ruleActsOut,
    /** How many rules before it led to this one. */
    depth: z.int(),
    /** Why it could not be done. */
    problem: z.string().nullable(),
    ranAt: instant,
  })
  .meta({ id: 'RuleRun' });
export type RuleRun = z.output<typeof runShape>;
export const runPage = pageOf(runShape);
export const runQuery = z.object(pageQuery);

export const tryBody = z
  .object({
    ...when,
    /** Also to whom it would give them, from the queue they are in or this one. */
    gives: z.object({ anyway: z.boolean(), queue: queueName.optional() }).optional(),
  })
  .refine(hoursFit, hoursWrong);
export type TryBody = z.output<typeof tryBody>;
/** Of what happened in the last 30 days, at most 2,000 of it, with tickets as they are now. */
export const triedShape = z
  .object({
    looked: z.int(),
    matched: z.int(),
    /** The latest twenty. */
    items: z.array(
      z.object({
        ...ofTicket,
        at: instant,
        /** To whom it would be given as the team stands now; null unless that is asked. */
        would: z.object({ outcome: z.enum(outcomes), name: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'TriedRule' });
export type TriedRule = z.output<typeof triedShape>;

export const savedShape = z.object({ id: idOut });

export const unknownVariable = problem(
  'unknown_variable',
  422,
  'The text has a variable that there is not. Known are client, organization, service, invoice, number and agent.',
);
export const valueMissing = problem(
  'value_missing',
  422,
  'The ticket does not say what a variable of the text stands for.',
);
export const notYours = problem(
  'not_yours',
  403,
  'Your role does not change what everybody at the desk has.',
);
