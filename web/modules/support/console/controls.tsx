import { useState } from 'react';
import type { z } from 'zod';
import type {
  agentList,
  ClientTicketDetail,
  queueList,
  TicketForm,
  ticketPatch,
} from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { refresh } from '../../../kernel/query/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/desk.ts';
import { TagsField } from './tags-field.tsx';

export type Patch = z.input<typeof ticketPatch>;

const states = [
  'new',
  'open',
  'waiting_customer',
  'waiting_third_party',
  'on_hold',
  'resolved',
  'closed',
  'spam',
] as const;
const priorities = ['emergency', 'high', 'normal', 'low'] as const;
const kinds = ['question', 'problem', 'request', 'complaint', 'cancellation'] as const;
const languages = ['id', 'en'] as const;

/** Changes something of a ticket as it stands on the page; who was overtaken sees how it is now. */
export function useChange(ticket: ClientTicketDetail, url: string, done: (patch: Patch) => void) {
  return useAct((patch: Patch) => api.patch(url, patch, ticket.version), {
    refresh: ['/api/console/tickets'],
    done: (_, patch) => done(patch),
    failed: (problem) => {
      void refresh(url);
      toast({ words: problemWords(problem), tone: 'danger' });
    },
  });
}

/** What staff decide about a ticket besides writing in it; each choice is kept at once. */
export function Controls({ ticket, url }: { ticket: ClientTicketDetail; url: string }) {
  const {
    work: words,
    deskStates,
    priorities: priorityNames,
    kinds: kindNames,
    desk,
    ticket: own,
  } = useText();
  const format = useFormat();
  const me = usePerson();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const [said, setSaid] = useState('');
  const change = useChange(ticket, url, ({ assigneeId }) =>
    setSaid(assigneeId === me.id ? words.taken : words.changed),
  );
  function set(patch: Patch) {
    setSaid('');
    void change.run(patch);
  }
  const { statusNames } = useData<TicketForm>('/api/console/tickets/form');
  const nameOf = (state: ClientTicketDetail['status']) => {
    const own = statusNames[state];
    return own ? format.words(own) : deskStates[state];
  };
  const works = ticket.can.work === true && ticket.status !== 'merged';
  // Somebody who no longer works on tickets may still have this one.
  const { assignee } = ticket;
  const people = assignee && !agents.some(({ id }) => id === assignee.id) ? [...agents, assignee] : agents;
  const mayTake = works && assignee?.id !== me.id && agents.some(({ id }) => id === me.id);
  return (
    <Card title={words.controls}>
      <p role="status" className="sr-only">
        {said}
      </p>
      <fieldset disabled={!works || change.busy} className="flex flex-col gap-3">
        <legend className="sr-only">{words.controls}</legend>
        <div>
          <Select
            {...marked('A', desk.assignee)}
            label={desk.assignee}
            name="assignee"
            value={assignee?.id ?? ''}
            onValue={(id) => set({ assigneeId: id || null })}
            choices={[
              { value: '', label: words.nobody },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {mayTake && (
            <Button
              weight="secondary"
              icon="person"
              wide
              className="mt-2"
              {...marked('I', words.take)}
              onClick={() => set({ assigneeId: me.id })}
            >
              {words.take}
            </Button>
          )}
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Select
            {...marked('T', words.status)}
            label={words.status}
            name="status"
            value={ticket.status}
            onValue={(status) => status !== 'merged' && set({ status })}
            choices={[...states, 'merged' as const]
              .filter((state) => (state !== 'new' && state !== 'merged') || ticket.status === state)
              .map((value) => ({ value, label: nameOf(value) }))}
          />
          <Select
            {...marked('P', desk.priority)}
            label={desk.priority}
            name="priority"
            value={ticket.priority}
            onValue={(priority) => set({ priority })}
            choices={priorities.map((value) => ({ value, label: priorityNames[value] }))}
          />
          <Select
            {...marked('U', desk.queue)}
            label={desk.queue}
            name="queue"
            value={ticket.queue.name}
            onValue={(queue) => set({ queue })}
            choices={queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) }))}
          />
          <Select
            {...marked('Y', own.kind)}
            label={own.kind}
            name="kind"
            value={ticket.kind}
            onValue={(kind) => set({ kind })}
            choices={kinds.map((value) => ({ value, label: kindNames[value] }))}
          />
          <Select
            {...marked('Z', words.language)}
            label={words.language}
            name="language"
            value={ticket.language ?? ''}
            onValue={(language) => language && set({ language })}
            choices={[
              ...(ticket.language ? [] : [{ value: '' as const, label: words.unknownLanguage }]),
              ...languages.map((value) => ({ value, label: words.languages[value] })),
            ]}
          />
        </div>
        <TagsField tags={ticket.tags} onTags={(tags) => set({ tags })} />
      </fieldset>
    </Card>
  );
}
