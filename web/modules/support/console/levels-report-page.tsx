import type { z } from 'zod';
import type { queueList } from '../../../../server/modules/support/contract.ts';
import type { Report } from '../../../../server/modules/support/sla-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useReportColumns } from '../shared/levels/report-columns.tsx';
import { useDeskLevels } from '../text/desk-levels.ts';

const url = '/api/console/service-levels/report';

/** How promises were kept, by month, policy, goal and queue. */
export function Page() {
  const { reportPage: words, title } = useDeskLevels();
  const format = useFormat();
  const search = useSearch();
  const queue = search.get('queue') ?? '';
  const { items } = useData<Report>(withQuery(url, { queue: queue || null }));
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const nameOfQueue = (name: string) => {
    const found = queues.find((one) => one.name === name);
    return found ? format.words(found.titles) : name;
  };
  const columns = useReportColumns<Report['items'][number]>(
    (row) => `${format.words(row.policy.titles)}, ${nameOfQueue(row.queue)}`,
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: title, to: to.serviceLevels() }]}
        aside={
          <Button
            weight="secondary"
            icon="download"
            onClick={() => location.assign(withQuery(`${url}/file`, { queue: queue || null }))}
          >
            {words.csv}
          </Button>
        }
      />
      <div className="mb-3 sm:w-64">
        <Select
          bare
          label={words.queue}
          name="queue"
          value={queue}
          onValue={(name) => search.set({ queue: name || null })}
          choices={[
            { value: '', label: words.allQueues },
            ...queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
          ]}
        />
      </div>
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="clock" title={words.none}>
            {words.noneHint}
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            rows={items}
            columns={columns}
            rowKey={(row) => `${row.month} ${row.goal} ${row.policy.id} ${row.queue}`}
          />
        )}
      </Card>
    </>
  );
}
