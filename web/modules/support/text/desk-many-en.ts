import { plural } from '../../../kernel/i18n/plural.ts';

const tickets = (count: number) => plural(count, '1 ticket', `${count} tickets`);

export const text = {
  keys: 'chooses, E changes what is chosen',
  take: 'Assign to me',
  change: 'Change…',
  title: (count: number) => `Change ${tickets(count)}`,
  lead: 'What you leave as it is stays as it is, for each ticket.',
  asItIs: 'Leave as it is',
  addTags: 'Add tags',
  removeTags: 'Take off tags',
  tagsHint: 'Separated by spaces.',
  nothing: 'Choose at least one thing to change.',
  tellsClients: 'Clients are told at once that their tickets are solved; undoing does not take that back.',
  most: 'At most 100 tickets are changed at once. The first 100 are chosen.',
  done: (count: number) => `${tickets(count)} changed.`,
  partly: (done: number, left: string) => `${tickets(done)} changed. Not changed: ${left}.`,
  none: (left: string) => `Nothing was changed: ${left}.`,
  undone: (count: number) => `Undone for ${tickets(count)}.`,
  undonePartly: (done: number, left: string) => `Undone for ${tickets(done)}. Left as they are now: ${left}.`,
  why: {
    not_found: 'is gone',
    wrong_state: 'cannot get that state',
    too_many_tags: 'would have more than ten tags',
    changed_since: 'somebody changed it since',
  },
  andMore: (count: number) => `${count} more`,
};
export type Text = typeof text;
