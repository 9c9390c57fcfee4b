import type { OwnReport } from '../../../../server/modules/support/sla-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useReportColumns } from '../shared/levels/report-columns.tsx';
import { useText } from '../text/index.ts';
import { useListText } from '../text/list.ts';

/** How what was promised to a client was kept, month by month. */
export function Page() {
  const { report: words } = useListText().levels;
  const { ticket } = useText();
  const { api, to } = useOrganization();
  const format = useFormat();
  const { items } = useData<OwnReport>(`${api}/service-levels`, 'support.');
  const columns = useReportColumns<OwnReport['items'][number]>(({ titles }) => format.words(titles));
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: ticket.all, to: to.tickets() }]} />
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
            rowKey={(row) => `${row.month} ${row.goal} ${row.titles.id}`}
          />
        )}
      </Card>
    </>
  );
}
