import { z } from 'zod';
import { id, idOut, instant } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { consoleParams, organizationParams, ticketParams, uploadShape } from './contract.ts';

/** Unfinished text: it may be empty and end with a space. */
const unfinished = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]/u.test(text), {
      message: 'no control characters',
    });

export const draftBody = z.object({
  subject: unfinished(200).default(''),
  text: unfinished(20_000).default(''),
  /** What is chosen besides, by the names of the form that it is for. */
  choices: z.record(z.string().max(40), unfinished(2000)).default({}),
  /** Uploads, which stay while the draft does. */
  files: z.array(id('file')).max(10).default([]),
  /** The version that this one goes on from; null where there was none. */
  base: id('draft').nullable(),
});
export const keptDraft = z.object({ version: idOut }).meta({ id: 'KeptDraft' });

const draftShape = z
  .object({
    version: idOut,
    subject: z.string(),
    text: z.string(),
    choices: z.record(z.string(), z.string()),
    /** Those of its uploads that are still there. */
    files: z.array(uploadShape),
    savedAt: instant,
  })
  .meta({ id: 'Draft' });
export type Draft = z.output<typeof draftShape>;
export const draftFound = z.object({ draft: draftShape.nullable() });

/** What the page that begins a ticket was opened for: it keeps a draft for each. */
export const aboutQuery = z.object({ about: z.string().max(200).default('') });
export const versionQuery = z.object({ version: id('draft') });
export const aboutVersionQuery = aboutQuery.extend(versionQuery.shape);
export const draftParams = ticketParams;
export const newDraftParams = organizationParams;
export const deskDraftParams = consoleParams.extend({ kind: z.enum(['reply', 'note']) });
/** The client that a ticket is opened for, where that was said before. */
export const deskAboutQuery = z.object({ client: id('organization').optional() });
export const deskAboutVersionQuery = deskAboutQuery.extend(versionQuery.shape);

export const draftElsewhere = problem(
  'draft_elsewhere',
  409,
  'This draft was changed, sent or thrown away on another device. Read it again.',
);
export const tooManyDrafts = problem(
  'too_many_drafts',
  409,
  'There are more drafts of yours than we keep. Send some or throw them away.',
);
