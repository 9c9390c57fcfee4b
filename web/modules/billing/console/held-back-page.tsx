import { useState } from 'react';
import type { HeldBack } from '../../../../server/modules/billing/run-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/desk-run.ts';
import { BoundsForm } from './bounds-form.tsx';
import { Totals } from './run-parts.tsx';

const url = '/api/console/held-back';
const reasons = [
  'large',
  'many',
  'nothing',
  'long_past',
  'no_address',
  'no_tax_number',
  'no_tax_rule',
] as const;

export function Page() {
  const desk = useDeskText();
  const words = useText();
  const format = useFormat();
  const maySet = useCan('billing.settings.manage');
  const asked = useFiltered(url, ['reason', 'client'], ['client']);
  const list = useList<HeldBack>(asked.url, 'billing.');
  const columns: Column<HeldBack>[] = [
    { key: 'client', header: words.client, card: 'title', cell: ({ client }) => client.name },
    {
      key: 'why',
      header: words.reasonsTitle,
      card: 'rest',
      cell: (row) => row.reasons.map((reason) => words.reasons[reason]).join(' · '),
    },
    { key: 'since', header: words.since, card: 'when', cell: ({ since }) => <Time value={since} /> },
    {
      key: 'periods',
      header: words.periods,
      card: 'rest',
      align: 'end',
      cell: ({ periods }) => format.number(periods),
    },
    {
      key: 'total',
      header: words.total,
      card: 'figure',
      align: 'end',
      cell: ({ totals }) => <Totals sums={totals} />,
    },
    { key: 'acts', header: '', card: 'rest', cell: (row) => <Acts row={row} /> },
  ];
  return (
    <>
      <PageHeader
        title={words.heldTitle}
        lead={words.heldLead}
        crumbs={[
          { label: desk.title, to: to.invoices() },
          { label: words.title, to: to.billingRuns() },
        ]}
      />
      <div className="mb-3">
        <FilterChips
          name="reason"
          label={words.reasonsTitle}
          choices={reasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
      </div>
      <ListTable
        list={list}
        asked={asked}
        caption={words.heldTitle}
        columns={columns}
        rowKey={({ client }) => client.id}
        to={({ client }) => to.client(client.id)}
        empty={
          <EmptyState icon="done" title={words.heldEmpty}>
            {words.heldEmptyHint}
          </EmptyState>
        }
      />
      {maySet && <BoundsForm />}
    </>
  );
}

/** Above the link that covers the row. */
function Acts({ row }: { row: HeldBack }) {
  const words = useText();
  const may = useCan('billing.invoices.manage');
  const [asking, setAsking] = useState(false);
  const at = `${url}/${row.client.id}`;
  const again = useAct((_: object, key) => api.post(`${at}/look-again`, {}, key), {
    refresh: [url],
    done: () => toast({ words: words.lookedAgain }),
  });
  const bill = useAct((_: object, key) => api.post(`${at}/bill`, {}, key), {
    refresh: [url],
    done: () => {
      setAsking(false);
      toast({ words: words.billed });
    },
  });
  if (!may) return null;
  return (
    <div className="relative z-1 flex flex-wrap gap-2">
      <Button weight="secondary" busy={again.busy} onClick={() => void again.run({})}>
        {words.lookAgain}
      </Button>
      <Button weight="quiet" onClick={() => setAsking(true)}>
        {words.bill}
      </Button>
      {asking && (
        <ConfirmDialog
          open
          onClose={() => setAsking(false)}
          title={words.billTitle(row.client.name)}
          effect={words.billEffect}
          verb={words.bill}
          busy={bill.busy}
          onConfirm={() => void bill.run({})}
        />
      )}
    </div>
  );
}
