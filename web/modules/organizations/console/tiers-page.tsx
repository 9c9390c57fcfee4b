import { useState } from 'react';
import type { ClientTier } from '../../../../server/modules/organizations/tier-contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';
import { useTierText } from '../text/tiers.ts';
import { TierDialog } from './tier-dialog.tsx';

const to = consolePaths;

/** What kinds of clients the business tells apart, and who and what has each. */
export function Page() {
  const words = useTierText();
  const { clients } = useText();
  const format = useFormat();
  const { items } = useData<{ items: ClientTier[] }>('/api/console/client-tiers', 'organizations.');
  const [editing, setEditing] = useState<ClientTier | 'new' | null>(null);
  const columns: Column<ClientTier>[] = [
    {
      key: 'tier',
      header: words.tier,
      card: 'title',
      cell: ({ titles, color }) => (
        <StatusChip tone={color} icon="star">
          {format.words(titles)}
        </StatusChip>
      ),
    },
    {
      key: 'state',
      header: words.archived,
      card: 'when',
      cell: ({ archived }) => <span className="text-muted">{archived ? words.archived : ''}</span>,
    },
    {
      key: 'clients',
      header: words.clients,
      card: 'rest',
      cell: (tier) => words.count(tier.clients),
    },
    {
      key: 'uses',
      header: words.usedBy,
      card: 'rest',
      cell: ({ uses }) =>
        uses.length === 0 ? (
          <span className="text-muted as-cards:hidden">{words.nothing}</span>
        ) : (
          format.list(uses.map(({ kind, names }) => `${words.uses[kind]} “${format.words(names)}”`))
        ),
    },
    {
      key: 'acts',
      header: words.change,
      card: 'figure',
      align: 'end',
      cell: (tier) => (
        <span className="relative z-1">
          <IconButton
            icon="edit"
            label={`${words.edit}: ${format.words(tier.titles)}`}
            onClick={() => setEditing(tier)}
          />
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: clients.title, to: to.clients() }]}
        act={
          <Button icon="plus" wide onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        }
      />
      <Card flush className="max-w-5xl">
        {items.length === 0 ? (
          <EmptyState small icon="star" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            rows={items}
            columns={columns}
            rowKey={({ id }) => id}
            to={({ id }) => to.clients({ tier: id })}
            dense
          />
        )}
      </Card>
      {editing && (
        <TierDialog
          tier={editing === 'new' ? null : editing}
          last={Math.max(0, ...items.map(({ position }) => position))}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
