import { Suspense, useState } from 'react';
import type { MeterShape } from '../../../../server/modules/catalog/meter-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/desk.ts';
import { LateReports } from './late-reports.tsx';
import { MeterDialog } from './meter-dialog.tsx';
import { Sources } from './sources.tsx';

const url = '/api/console/catalog/meters';

/** What is measured of services. */
export function Page() {
  const { meters: words } = useText();
  const { items } = useData<{ items: MeterShape[] }>(url, 'catalog.');
  const mayChange = useCan('catalog.change');
  const mayName = useCan('usage.source.manage');
  const maySet = useCan('kernel.settings.manage');
  const [opened, setOpened] = useState<MeterShape | 'new' | null>(null);
  const columns = useColumns(mayChange ? setOpened : null);
  const add = mayChange && (
    <Button icon="plus" wide onClick={() => setOpened('new')}>
      {words.add}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.catalog, to: consolePaths.catalog() }]}
        act={items.length > 0 && add}
      />
      <div className="flex flex-col gap-4">
        {items.length === 0 ? (
          <EmptyState icon="tag" title={words.empty} act={add}>
            {words.emptyHint}
          </EmptyState>
        ) : (
          <Card flush>
            <DataTable caption={words.title} rows={items} columns={columns} rowKey={({ id }) => id} />
          </Card>
        )}
        {mayName && (
          <Suspense>
            <Sources />
          </Suspense>
        )}
        {maySet && <LateReports />}
      </div>
      {opened && <MeterDialog meter={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function useColumns(edit: ((meter: MeterShape) => void) | null): Column<MeterShape>[] {
  const { meters: words } = useText();
  const format = useFormat();
  const archive = useAct(
    ({ id, version, archivedAt }: MeterShape) =>
      api.patch(`${url}/${id}`, { archived: archivedAt === null }, version),
    { refresh: [url], done: () => toast({ words: words.saved }) },
  );
  return [
    {
      key: 'name',
      header: words.name,
      card: 'title',
      cell: ({ name, unit, code }) => (
        <>
          {format.words(name)} ({format.words(unit)})
          <span className="block text-13 font-normal text-muted">{code}</span>
        </>
      ),
    },
    {
      key: 'counts',
      header: words.counts,
      card: 'when',
      cell: ({ aggregation }) => words.aggregations[aggregation],
    },
    {
      key: 'plans',
      header: words.plans,
      card: 'rest',
      cell: ({ plans }) => words.planCount(plans),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ archivedAt }) => (
        <StatusChip tone={archivedAt ? 'neutral' : 'good'}>
          {archivedAt ? words.archived : words.inUse}
        </StatusChip>
      ),
    },
    ...(edit
      ? [
          {
            key: 'acts',
            header: words.more,
            card: 'rest' as const,
            align: 'end' as const,
            cell: (meter: MeterShape) => (
              <MoreMenu
                label={`${words.more}: ${format.words(meter.name)}`}
                groups={[
                  [
                    { label: words.edit(format.words(meter.name)), icon: 'edit', run: () => edit(meter) },
                    {
                      label: meter.archivedAt ? words.restore : words.archive,
                      icon: meter.archivedAt ? 'play' : 'box',
                      run: () => void archive.run(meter),
                    },
                  ],
                ]}
              />
            ),
          },
        ]
      : []),
  ];
}
