import { plural } from '../../../kernel/i18n/plural.ts';

export const text = {
  people: 'Whom to mention',
  found: (count: number) =>
    plural(
      count,
      '1 colleague. Arrows choose, Enter mentions.',
      `${count} colleagues. Arrows choose, Enter mentions.`,
    ),
  noneFound: 'No colleague is called so.',
  hint: '@ mentions a colleague',
  noteInNote: 'A note stays among staff, so it is quoted in a note.',
  redact: 'Remove the words…',
  redactTitle: 'Remove the words for good',
  redactLead:
    'The words of this message and all that it said before are deleted, from notices in the portal as well. This cannot be undone. What already went out by mail, and quotes in other messages, stay.',
  reason: 'Why',
  reasonHint:
    'Everybody who reads the message reads this, such as “a password”. Do not repeat what was in it.',
  reasonMissing: 'Say why in a few words.',
  withFiles: (count: number) => plural(count, 'Delete its file too', `Delete its ${count} files too`),
  redactDo: 'Remove the words',
  redactKeep: 'Keep the message',
  redacted: 'The words are gone.',
  corrections: 'Correcting messages',
  correctionsLead:
    'Authors may correct what they wrote for this long, clients only until they are answered. What a message said before is kept and shown.',
  minutes: 'Minutes to correct a message',
  minutesHint: '0 turns it off; at most 10080, a week.',
  minutesWrong: 'Whole minutes from 0 to 10080.',
};
export type Text = typeof text;
