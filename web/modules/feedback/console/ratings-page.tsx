import { useState } from 'react';
import type { Rating, RatingReport } from '../../../../server/modules/feedback/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { toast } from '../../../kernel/toast.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useDeskText } from '../text/desk.ts';
import { FinishDialog } from './finish-dialog.tsx';
import { RatingFilters } from './rating-filters.tsx';
import { useRatingColumns } from './rating-columns.tsx';
import { Figures, ReportTable } from './report.tsx';

const url = '/api/console/ratings';
const filters = ['score', 'queue', 'agent', 'followUp', 'q'];

/** What clients said of the help they got: in figures, one by one, and what is to be followed up. */
export function Page() {
  const words = useDeskText();
  const search = useSearch();
  const canOpen = useCanOpen();
  const report = useData<RatingReport>(withQuery(`${url}/report`, { by: search.get('by') }), 'feedback.');
  const asked = useFiltered(url, filters);
  const list = useList<Rating>(asked.url, 'feedback.');
  const [finishing, setFinishing] = useState<Rating | null>(null);
  const take = useAct(({ id }: Rating, key) => api.post<void>(`${url}/${id}/take`, {}, key), {
    refresh: [url],
    done: () => toast({ words: words.followUp.took }),
  });
  const columns = useRatingColumns({ onTake: (rating) => void take.run(rating), onFinish: setFinishing });
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.tickets, to: consolePaths.tickets() }]}
        aside={
          canOpen(consolePaths.ratingRules()) && (
            <LinkButton weight="secondary" icon="settings" to={consolePaths.ratingRules()}>
              {words.rules.title}
            </LinkButton>
          )
        }
      />
      <Figures all={report.all} />
      <ReportTable items={report.items} />
      <h2 className="mt-6 mb-3 text-16 font-bold">{words.each}</h2>
      <RatingFilters report={report} />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="star" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.each}
        columns={columns}
        rowKey={({ id }) => id}
        dense
      />
      {finishing && <FinishDialog rating={finishing} onClose={() => setFinishing(null)} />}
    </>
  );
}
