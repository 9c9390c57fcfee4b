import type { z } from 'zod';
import type { agentList, queueList } from '../../../../server/modules/support/contract.ts';
import type { Form } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useText as useAutomationText } from '../../automation/text/index.ts';
import { useText } from '../text/index.ts';
import { levelKeys } from './level-keys.ts';
import type { RuleValues } from './rule-form.ts';

const priorities = ['emergency', 'high', 'normal', 'low'] as const;

/** To whom a rule raises a ticket, and what it changes. */
export function ActsCard({ form: { field, values } }: { form: Form<RuleValues> }) {
  const { rules: words, ways, levelNames } = useText();
  const { priorities: priorityNames } = useAutomationText();
  const format = useFormat();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const asItIs = { value: '', label: words.asItIs };
  return (
    <Card title={words.does}>
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            {...field('level')}
            label={words.toLevel}
            choices={levelKeys.map((value) => ({ value: value as string, label: levelNames[value] }))}
          />
          <Select
            {...field('priority')}
            label={words.priority}
            choices={[
              { value: '' as const, label: words.asItIs },
              ...priorities.map((value) => ({ value, label: priorityNames[value] })),
            ]}
          />
        </div>
        <RadioCards
          {...field('way')}
          label={words.way}
          columns={2}
          choices={(['hierarchical', 'functional'] as const).map((value) => ({
            value,
            label: ways[value],
            hint: words.wayHints[value],
          }))}
        />
        {values.way === 'functional' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              {...field('queue')}
              label={words.queue}
              choices={[
                asItIs,
                ...queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
              ]}
            />
            <Select
              {...field('assignee')}
              label={words.assignee}
              choices={[
                asItIs,
                { value: 'on_call', label: words.onCall },
                ...agents.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
        )}
        <TextArea
          {...field('tell.id')}
          optional
          rows={3}
          label={words.tellId}
          hint={words.tellHint}
          maxLength={2000}
        />
        <TextArea {...field('tell.en')} optional rows={3} label={words.tellEn} maxLength={2000} />
      </div>
    </Card>
  );
}
