import type { Macro } from '../../../../server/modules/automation/contract.ts';
import type { Kind, Priority, Status } from './use-names.ts';

type Acts = Macro['acts'];

/** Acts as fields of a form; empty is what it leaves as it is. */
export interface ActValues {
  status: Status | '';
  priority: Priority | '';
  kind: Kind | '';
  queue: string;
  assignee: string;
  /** Separated by spaces or commas. */
  addTags: string;
  removeTags: string;
  'reply.id': string;
  'reply.en': string;
  note: string;
}

export const valuesOf = (acts: Acts | undefined): ActValues => ({
  status: acts?.status ?? '',
  priority: acts?.priority ?? '',
  kind: acts?.kind ?? '',
  queue: acts?.queue ?? '',
  assignee: acts?.assignee ?? '',
  addTags: acts?.addTags.join(' ') ?? '',
  removeTags: acts?.removeTags.join(' ') ?? '',
  'reply.id': acts?.reply?.id ?? '',
  'reply.en': acts?.reply?.en ?? '',
  note: acts?.note ?? '',
});

const tagsIn = (typed: string): string[] => typed.split(/[\s,]+/).filter(Boolean);

export const wrongTags = (typed: string): boolean =>
  tagsIn(typed).length > 10 || tagsIn(typed).some((tag) => !/^[a-z0-9][a-z0-9-]{0,39}$/.test(tag));

/** Only what it does: without any act there is no key. */
export function actsOf(values: ActValues): Partial<Acts> {
  const { status, priority, kind, queue, assignee } = values;
  const [addTags, removeTags] = [tagsIn(values.addTags), tagsIn(values.removeTags)];
  const [id, en, note] = [values['reply.id'].trim(), values['reply.en'].trim(), values.note.trim()];
  return {
    ...(status && { status }),
    ...(priority && { priority }),
    ...(kind && { kind }),
    ...(queue && { queue }),
    ...(assignee && { assignee }),
    ...(addTags.length > 0 && { addTags }),
    ...(removeTags.length > 0 && { removeTags }),
    ...((id || en) && { reply: { id: id || null, en: en || null } }),
    ...(note && { note }),
  };
}
