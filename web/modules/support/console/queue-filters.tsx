import type { z } from 'zod';
import type { ClientTier } from '../../../../server/modules/organizations/tier-contract.ts';
import type { agentList, queueList } from '../../../../server/modules/support/contract.ts';
import { useState } from 'react';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData, useSideData } from '../../../kernel/query/use-data.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Select } from '../../../ui/inputs.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { useText } from '../text/desk.ts';
import { viewOf } from './views.ts';

const priorities = ['emergency', 'high', 'normal', 'low'] as const;

/** Search and what narrows the list; on phones behind a button. */
export function QueueFilters() {
  const { desk: words, priorities: names } = useText();
  const search = useSearch();
  const format = useFormat();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents');
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues', 'support.queue-defined');
  const tiers =
    useSideData<{ items: ClientTier[] }>('/api/console/client-tiers', 'organizations.tier').data?.items ?? [];
  const value = (name: string) => search.get(name) ?? '';
  const view = viewOf(search.get);
  const ownAssignee = view === 'mine' || view === 'unassigned';
  const some = ['queue', 'priority', 'tier', 'drafts'].some((name) => search.get(name));
  const [shown, setShown] = useState(some);
  return (
    <div className="mb-3 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 sm:w-72 sm:flex-none">
          <SearchBox label={words.search} />
        </div>
        <IconButton
          icon="filter"
          label={words.filters}
          aria-expanded={shown}
          className="border border-line-control bg-surface sm:hidden"
          onClick={() => setShown(!shown)}
        />
        <div
          className={classes(
            'grid w-full gap-2 sm:flex sm:w-auto sm:flex-wrap [&>*]:sm:w-44',
            !shown && 'max-sm:hidden',
          )}
        >
          <Select
            bare
            label={words.queue}
            name="queue"
            value={value('queue')}
            onValue={(queue) => search.set({ queue: queue || null })}
            choices={[
              { value: '', label: words.anyQueue },
              ...queues.items.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
            ]}
          />
          <Select
            bare
            label={words.priority}
            name="priority"
            value={value('priority')}
            onValue={(priority) => search.set({ priority: priority || null })}
            choices={[
              { value: '', label: words.anyPriority },
              ...priorities.map((one) => ({ value: one, label: names[one] })),
            ]}
          />
          {tiers.length > 0 && (
            <Select
              bare
              label={words.tier}
              name="tier"
              value={value('tier')}
              onValue={(tier) => search.set({ tier: tier || null })}
              choices={[
                { value: '', label: words.anyTier },
                ...tiers.map(({ id, titles }) => ({ value: id, label: format.words(titles) })),
              ]}
            />
          )}
          {!ownAssignee && (
            <Select
              bare
              label={words.assignee}
              name="assignee"
              value={value('assignee')}
              onValue={(assignee) => search.set({ assignee: assignee || null })}
              choices={[
                { value: '', label: words.anyAssignee },
                ...agents.items.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <label className="flex min-h-9 cursor-pointer items-center gap-2 text-14">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={value('drafts') !== ''}
              onChange={(event) => search.set({ drafts: event.target.checked ? 'mine' : null })}
            />
            {words.myDrafts}
          </label>
        </div>
      </div>
      <Only />
    </div>
  );
}

/** What a link from elsewhere narrowed the list to, each with the way to drop it. */
function Only() {
  const { desk: words } = useText();
  const search = useSearch();
  const organization = search.get('organization');
  const { data: client } = useSideData<{ name: string }>(
    organization && `/api/console/clients/${encodeURIComponent(organization)}`,
  );
  const only = [
    organization && ['organization', client ? words.onlyClient(client.name) : words.client],
    search.get('tag') && ['tag', words.onlyTag(search.get('tag')!)],
    search.get('service') && ['service', words.onlyService],
    search.get('invoice') && ['invoice', words.onlyInvoice],
  ].filter((one): one is [string, string] => Array.isArray(one));
  if (only.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {only.map(([name, label]) => (
        <Button
          key={name}
          weight="secondary"
          icon="close"
          onClick={() => search.set({ [name]: null })}
          aria-label={`${label}: ${words.clear}`}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
