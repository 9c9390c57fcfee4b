import type { z } from 'zod';
import type { RuleRun } from '../../../../server/modules/automation/contract.ts';
import type { agentList, queueList } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useText } from '../text/index.ts';
import { useActWords } from './use-names.ts';

/** Acts of a rule in words. */
export function useDone(): (acts: RuleRun['acts']) => string[] {
  const { macros, acts: actWords, rules } = useText();
  const format = useFormat();
  const inWords = useActWords();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  return (acts) => {
    const queue = queues.find(({ name }) => name === acts.queue);
    const assignee =
      acts.assignee === 'nobody'
        ? macros.nobody
        : acts.assignee === 'queue'
          ? macros.asQueue
          : acts.assignee === 'queue_anyway'
            ? macros.asQueueAnyway
            : agents.find(({ id }) => id === acts.assignee)?.name;
    return [
      ...inWords({ ...acts, assignee, queue: queue && format.words(queue.titles) }),
      ...(acts.note ? [actWords.note] : []),
      ...(acts.tell ? [rules.told] : []),
      ...acts.notify.map((whom) => rules.notified[whom]),
    ];
  };
}
