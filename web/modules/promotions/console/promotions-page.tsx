import type { PromotionItem } from '../../../../server/modules/promotions/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { PromotionState } from './promotion-state.tsx';
import { useTerms } from './use-terms.ts';

const states = ['running', 'planned', 'over', 'used_up', 'stopped'] as const;

export function Page() {
  const words = useText();
  const text = useKernelText();
  const format = useFormat();
  const terms = useTerms();
  const asked = useFiltered('/api/console/promotions', ['state', 'trigger', 'q']);
  const list = useList<PromotionItem>(asked.url, 'promotions.');
  const maySet = useCan('kernel.settings.manage');
  const mayManage = useCan('promotions.manage');
  const columns: Column<PromotionItem>[] = [
    {
      key: 'name',
      header: words.columns.name,
      card: 'title',
      cell: (row) => (
        <>
          {format.words(row.name)} <span className="font-normal text-muted">· {terms.codes(row)}</span>
        </>
      ),
    },
    { key: 'off', header: words.columns.off, card: 'figure', cell: terms.off },
    { key: 'when', header: words.columns.when, card: 'when', cell: terms.when },
    {
      key: 'used',
      header: words.columns.used,
      card: 'rest',
      align: 'end',
      cell: (row) => (
        <>
          <span className="text-muted as-table:hidden">{words.columns.used}: </span>
          {terms.used(row)}
        </>
      ),
    },
    {
      key: 'state',
      header: words.columns.state,
      card: 'state',
      cell: (row) => <PromotionState state={row.state} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          maySet && (
            <MoreMenu
              label={text.moreActions}
              groups={[[{ label: words.rules.title, icon: 'settings', to: consolePaths.promotionRules() }]]}
            />
          )
        }
        act={
          mayManage && (
            <LinkButton icon="plus" wide to={consolePaths.newPromotion()}>
              {words.add}
            </LinkButton>
          )
        }
      />
      <ListFilters
        search={words.search}
        name="state"
        label={words.filter}
        choices={states.map((value) => ({ value, label: words.states[value] }))}
      />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="star" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        dense
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => consolePaths.promotion(row.id)}
      />
    </>
  );
}
