import type { ComponentProps, ReactNode } from 'react';
import type { Filtered } from '../kernel/pages/filtered.ts';
import type { useList } from '../kernel/query/use-list.ts';
import { Card } from './card.tsx';
import { DataTable } from './data-table.tsx';
import { ListBody } from './list-body.tsx';

type TableProps<Row> = Omit<ComponentProps<typeof DataTable<Row>>, 'rows' | 'busy'>;

/** A list as a table in a card of its own, through all that a list lives through. */
export function ListTable<Row>({
  list,
  asked,
  empty,
  ...table
}: TableProps<Row> & {
  list: ReturnType<typeof useList<Row>>;
  asked?: Filtered;
  empty?: ReactNode;
}) {
  return (
    <Card flush>
      <ListBody list={list} asked={asked} empty={empty}>
        <DataTable {...table} rows={list.items} busy={list.busy} />
      </ListBody>
    </Card>
  );
}
