import type { GroupStatement } from '../../../../server/modules/billing/statement-contract.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useGroupText } from '../text/group.ts';

type Account = Omit<GroupStatement['accounts'][number], 'id'> & { id: string | null };

/** Each organization of a group and all together: owed before, invoiced, paid, owed now. */
export function GroupAccounts({
  statement,
}: {
  statement: Pick<GroupStatement, 'accounts' | 'total' | 'currency'>;
}) {
  const words = useGroupText();
  const { currency, accounts, total } = statement;
  const sum = (
    key: 'opening' | 'invoiced' | 'paid' | 'closing',
    header: string,
    card: 'none' | 'figure' = 'none',
  ) => ({
    key,
    header,
    card,
    align: 'end' as const,
    cell: ({ id, [key]: amount }: Account) => (
      <span className={id === null ? 'font-bold' : undefined}>
        <MoneyText value={{ amount, currency }} />
      </span>
    ),
  });
  const columns: Column<Account>[] = [
    {
      key: 'name',
      header: words.organization,
      card: 'title',
      cell: ({ id, name, depth }) => (
        <span
          className="block min-w-0 break-words"
          style={{ paddingInlineStart: `${Math.min(depth ?? 0, 4)}rem` }}
        >
          <span className={id === null ? 'font-bold' : undefined}>{name}</span>
          {id !== null && depth === null && <span className="block text-13 text-muted">{words.outside}</span>}
        </span>
      ),
    },
    ...(accounts.some(({ opening }) => opening !== 0) ? [sum('opening', words.before)] : []),
    sum('invoiced', words.invoiced),
    sum('paid', words.paid),
    sum('closing', words.now, 'figure'),
  ];
  return (
    <DataTable
      caption={words.title}
      rows={[...accounts, { id: null, name: words.together, depth: 0, ...total }]}
      columns={columns}
      rowKey={({ id }) => id ?? ''}
    />
  );
}
