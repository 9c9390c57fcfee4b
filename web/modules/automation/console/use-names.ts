import type { Macro } from '../../../../server/modules/automation/contract.ts';
import type { TicketForm } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useText } from '../text/index.ts';

export type Status = NonNullable<Macro['acts']['status']>;
export type Priority = NonNullable<Macro['acts']['priority']>;
export type Kind = NonNullable<Macro['acts']['kind']>;

export const statuses = [
  'open',
  'waiting_customer',
  'waiting_third_party',
  'on_hold',
  'resolved',
  'closed',
  'spam',
] as const satisfies readonly Status[];
export const priorities = ['emergency', 'high', 'normal', 'low'] as const satisfies readonly Priority[];
export const kinds = [
  'question',
  'problem',
  'request',
  'complaint',
  'cancellation',
] as const satisfies readonly Kind[];

/** What a state is called here: the business's own name where it has one. */
export function useStateName(): (status: Status) => string {
  const { states } = useText();
  const format = useFormat();
  const own = useSideData<TicketForm>('/api/console/tickets/form').data?.statusNames;
  return (status) => {
    const names = own?.[status];
    return names ? format.words(names) : states[status];
  };
}

/** Acts in words, one for each. */
export interface Done {
  status?: Status | null | undefined;
  priority?: Priority | null | undefined;
  kind?: Kind | null | undefined;
  /** By name. */
  queue?: string | null | undefined;
  assignee?: string | null | undefined;
  addTags: readonly string[];
  removeTags: readonly string[];
}

export function useActWords(): (done: Done) => string[] {
  const { acts, priorities: priorityNames, kinds: kindNames } = useText();
  const format = useFormat();
  const stateName = useStateName();
  return ({ status, priority, kind, queue, assignee, addTags, removeTags }) =>
    [
      status && acts.status(stateName(status)),
      priority && acts.priority(priorityNames[priority]),
      kind && acts.kind(kindNames[kind]),
      queue && acts.queue(queue),
      assignee && acts.assignee(assignee),
      addTags.length > 0 && acts.addTags(format.list([...addTags])),
      removeTags.length > 0 && acts.removeTags(format.list([...removeTags])),
    ].filter((words) => typeof words === 'string' && words !== '') as string[];
}
