import { useState } from 'react';
import type { PromotionCode, PromotionShape } from '../../../../server/modules/promotions/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { AddCode, MakeBatch } from './code-dialogs.tsx';
import { useTerms } from './use-terms.ts';

export function Page({ promotionId }: { promotionId: string }) {
  const { title, codesPage: words } = useText();
  const format = useFormat();
  const terms = useTerms();
  const url = `/api/console/promotions/${promotionId}`;
  const promotion = useData<PromotionShape>(url);
  const asked = useFiltered(`${url}/codes`, ['q']);
  const list = useList<PromotionCode>(asked.url, 'promotions.');
  const [open, setOpen] = useState<'batch' | 'one' | null>(null);
  const name = format.words(promotion.name);
  return (
    <>
      <PageHeader
        title={words.title(name)}
        lead={words.lead}
        crumbs={[
          { label: title, to: consolePaths.promotions() },
          { label: name, to: consolePaths.promotion(promotionId) },
        ]}
        act={
          <Button wide icon="plus" onClick={() => setOpen('batch')}>
            {words.batch}
          </Button>
        }
        aside={
          <div className="flex flex-wrap gap-2">
            <Button weight="secondary" icon="plus" onClick={() => setOpen('one')}>
              {words.one}
            </Button>
            {promotion.codes > 0 && (
              <a href={`${url}/codes/file`} download className={buttonClass('secondary')}>
                <Icon name="download" size={18} />
                {words.download}
              </a>
            )}
          </div>
        }
      />
      <div className="mb-3 sm:w-72">
        <SearchBox label={words.search} />
      </div>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="key" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        dense
        caption={words.title(name)}
        columns={[
          {
            key: 'code',
            header: words.code,
            card: 'title',
            cell: (row: PromotionCode) => <span className="font-mono">{row.code}</span>,
          },
          {
            key: 'from',
            header: words.from,
            card: 'when',
            cell: (row) => (row.batch === null ? words.single : words.batchNumber(row.batch)),
          },
          {
            key: 'used',
            header: words.used,
            card: 'figure',
            align: 'end',
            cell: (row) => (
              <>
                <span className="font-normal text-muted as-table:hidden">{words.used}: </span>
                {terms.used(row)}
              </>
            ),
          },
        ]}
        rowKey={(row) => row.code}
      />
      {open === 'batch' && <MakeBatch url={url} onClose={() => setOpen(null)} />}
      {open === 'one' && <AddCode url={url} onClose={() => setOpen(null)} />}
    </>
  );
}
