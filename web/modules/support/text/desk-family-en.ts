import { plural } from '../../../kernel/i18n/plural.ts';

export const text = {
  title: 'Belongs together',
  parent: 'Belongs under',
  children: 'Below this one',
  put: 'Put under another ticket',
  putLead:
    'A ticket about the same matter, of the same client, which is answered once for all below it. Clients do not see this.',
  putNumber: 'Number of that ticket',
  putWrong: 'Enter the number of a ticket.',
  putDone: 'It belongs there now.',
  takeOut: 'Take it out',
  takenOut: 'It stands alone now.',
  answerAll: (count: number) =>
    plural(count, 'Also to the open one below', `Also to the ${count} open ones below`),
  filesHere: 'Files go with this one only.',
  ask: (count: number) =>
    plural(count, 'One ticket below is still open', `${count} tickets below are still open`),
  askLead: (state: string) => `Should they become “${state}” as well? It can be undone for a moment.`,
  askDo: (count: number) => plural(count, 'That one too', `All ${count} of them too`),
  askNot: 'Leave them open',
  split: 'Split off a message',
  splitLead:
    'It becomes a ticket of its own, with its files, and stays readable here. Whoever follows this ticket follows that one too.',
  message: 'Message',
  said: (who: string, when: string, words: string) => `${who}, ${when}: ${words}`,
  subject: 'What the new ticket is about',
  subjectMissing: 'Say what it is about.',
  following: 'With everything after it',
  splitDone: (number: string) => `It is ${number} now.`,
};
export type Text = typeof text;
