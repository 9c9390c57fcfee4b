import { useState } from 'react';
import type { z } from 'zod';
import type { agentList, queueList, TicketForm } from '../../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { useData } from '../../../../kernel/query/use-data.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';
import { FormActs } from '../../../../ui/form.tsx';
import { Select, TextField } from '../../../../ui/inputs.tsx';
import { useText } from '../../text/desk.ts';
import { useManyText } from '../../text/desk-many.ts';
import { tagsIn } from './tags-in.ts';
import type { Many } from './use-change-many.ts';

const states = [
  'open',
  'waiting_customer',
  'waiting_third_party',
  'on_hold',
  'resolved',
  'closed',
  'spam',
] as const;
const priorities = ['emergency', 'high', 'normal', 'low'] as const;
const untouched = { assignee: '', status: '', priority: '', queue: '', addTags: '', removeTags: '' };
type Values = typeof untouched;

/** What the chosen tickets get; what is left alone stays as it is. */
export function ManyForm({
  busy,
  onSend,
}: {
  busy: boolean;
  onSend: (change: Omit<Many, 'tickets'>) => void;
}) {
  const words = useManyText();
  const { work, desk, deskStates, priorities: priorityNames } = useText();
  const format = useFormat();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const { statusNames } = useData<TicketForm>('/api/console/tickets/form');
  const [values, setValues] = useState(untouched);
  const [errors, setErrors] = useState<Partial<Record<keyof Values, string>>>({});
  const asItIs = { value: '', label: words.asItIs };
  const field = (name: keyof Values) => ({
    name,
    value: values[name],
    error: errors[name],
    onValue: (value: string) => {
      setErrors({});
      setValues({ ...values, [name]: value });
    },
  });

  function send() {
    const [addTags, removeTags] = [tagsIn(values.addTags), tagsIn(values.removeTags)];
    const wrong = {
      ...(addTags ? {} : { addTags: work.tagWrong }),
      ...(removeTags ? {} : { removeTags: work.tagWrong }),
    };
    if (!addTags || !removeTags) return setErrors(wrong);
    if (Object.values(values).every((value) => value.trim() === ''))
      return setErrors({ assignee: words.nothing });
    const { assignee, status, priority, queue } = values;
    onSend({
      ...(assignee ? { assigneeId: assignee === 'none' ? null : assignee } : {}),
      ...(status ? { status: status as Many['status'] } : {}),
      ...(priority ? { priority: priority as Many['priority'] } : {}),
      ...(queue ? { queue } : {}),
      addTags,
      removeTags,
    });
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="text-body text-muted">{words.lead}</p>
      <Select
        {...field('assignee')}
        label={desk.assignee}
        choices={[
          asItIs,
          { value: 'none', label: work.nobody },
          ...agents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          {...field('status')}
          label={work.status}
          choices={[
            asItIs,
            ...states.map((value) => {
              const own = statusNames[value];
              return { value, label: own ? format.words(own) : deskStates[value] };
            }),
          ]}
        />
        <Select
          {...field('priority')}
          label={desk.priority}
          choices={[asItIs, ...priorities.map((value) => ({ value, label: priorityNames[value] }))]}
        />
      </div>
      {values.status === 'resolved' && <Banner tone="attention" title={words.tellsClients} />}
      <Select
        {...field('queue')}
        label={desk.queue}
        choices={[
          asItIs,
          ...queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...field('addTags')}
          label={words.addTags}
          hint={words.tagsHint}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
        />
        <TextField
          {...field('removeTags')}
          label={words.removeTags}
          hint={words.tagsHint}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
        />
      </div>
      <FormActs>
        <Button type="submit" busy={busy}>
          {words.change}
        </Button>
      </FormActs>
    </form>
  );
}
