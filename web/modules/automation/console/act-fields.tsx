import type { z } from 'zod';
import type { agentList, queueList } from '../../../../server/modules/support/contract.ts';
import type { Form } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import type { ActValues } from './macro-form.ts';
import { kinds, priorities, statuses, useStateName } from './use-names.ts';

type Changes = Omit<ActValues, 'reply.id' | 'reply.en' | 'note'>;

/** What a macro or a rule changes of a ticket. `hand`: somebody does it, who may take the ticket and sends the reply. */
export function ActFields({ field, hand = false }: { field: Form<Changes>['field']; hand?: boolean }) {
  const { macros: words, priorities: priorityNames, kinds: kindNames } = useText();
  const format = useFormat();
  const stateName = useStateName();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const asItIs = { value: '' as const, label: words.asItIs };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        {...field('status')}
        label={words.status}
        {...(hand && { hint: words.statusHint })}
        choices={[asItIs, ...statuses.map((value) => ({ value, label: stateName(value) }))]}
      />
      <Select
        {...field('assignee')}
        label={words.assignee}
        choices={[
          asItIs,
          ...(hand ? [{ value: 'me', label: words.me }] : []),
          { value: 'nobody', label: words.nobody },
          { value: 'queue', label: words.asQueue },
          { value: 'queue_anyway', label: words.asQueueAnyway },
          ...agents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        {...field('priority')}
        label={words.priority}
        choices={[asItIs, ...priorities.map((value) => ({ value, label: priorityNames[value] }))]}
      />
      <Select
        {...field('kind')}
        label={words.kind}
        choices={[asItIs, ...kinds.map((value) => ({ value, label: kindNames[value] }))]}
      />
      <Select
        {...field('queue')}
        label={words.queue}
        choices={[
          asItIs,
          ...queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
        ]}
      />
      <span className="max-sm:hidden" />
      {(['addTags', 'removeTags'] as const).map((name) => (
        <TextField
          key={name}
          {...field(name)}
          optional
          label={words[name]}
          hint={words.tagsHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      ))}
    </div>
  );
}
