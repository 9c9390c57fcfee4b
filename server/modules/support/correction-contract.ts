import { z } from 'zod';
import { ability, id, idOut, instant, line, prose } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { consoleParams, ticketParams } from './contract.ts';

const message = { message: id('message') };
export const clientMessageParams = ticketParams.extend(message);
export const staffMessageParams = consoleParams.extend(message);

export const correctionBody = z.object({ text: prose(20_000) });
export const correctedShape = z.object({ version: z.int() });

const part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export const wordedMessage = z
  .object({
    /** Markdown as it was typed; empty where it was redacted. */
    text: z.string(),
    version: z.int(),
    /** What it said, the first one first, at most the last 50; one where it was never corrected, none where it was redacted. */
    versions: z.array(
      z.object({
        version: z.int(),
        by: z.string(),
        at: instant,
        /** What became of the version before; of the first one here, all of it is the same. */
        parts: z.array(part),
      }),
    ),
    can: z.object({ correct: ability }),
  })
  .meta({ id: 'TicketMessageText' });
export type WordedMessage = z.output<typeof wordedMessage>;

export const redactionBody = z.object({
  /** Whoever reads the ticket reads it; never what was taken out. */
  reason: line(200),
  /** Its files go too. */
  files: z.boolean().default(false),
});
export type Redaction = z.output<typeof redactionBody>;

/** Whom a note may mention: `@` and the handle. */
export const mentionableList = z
  .object({ items: z.array(z.object({ id: idOut, name: z.string(), handle: z.string() })) })
  .meta({ id: 'Mentionable' });
export type Mentionable = z.output<typeof mentionableList>;

export const messageChanged = problem(
  'message_changed',
  409,
  'This message was corrected in the meantime. Read what it says now, then save again.',
);
export const refusals = {
  not_your_message: problem('not_your_message', 409, 'Only its author can correct a message.'),
  message_redacted: problem('message_redacted', 409, 'The words of this message were taken out for good.'),
  corrections_off: problem('corrections_off', 409, 'Messages cannot be corrected here.'),
  correction_too_late: problem('correction_too_late', 409, 'The time to correct this message is over.'),
  already_answered: problem(
    'already_answered',
    409,
    'This message was answered and cannot be corrected any more. Write another one.',
  ),
} as const;
