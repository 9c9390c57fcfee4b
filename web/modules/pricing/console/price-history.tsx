import type { CatalogPlan } from '../../../../server/modules/catalog/contract.ts';
import type { PriceVersions } from '../../../../server/modules/pricing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat, type Formats } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';
import { PlanPrice } from './plan-price.tsx';

type Version = PriceVersions['versions'][number];

const tones: Record<Version['state'], Tone> = {
  planned: 'info',
  current: 'good',
  past: 'neutral',
  withdrawn: 'neutral',
};

/** What a plan cost, costs and is going to cost new orders, and how many services are at each price. */
export function PriceHistory({
  plan,
  productId,
  onClose,
}: {
  plan: CatalogPlan;
  productId: string;
  onClose: () => void;
}) {
  const { history: words } = useText();
  const format = useFormat();
  const mayChange = useCan('catalog.change');
  const mayPrepare = useCan('pricing.campaigns.prepare');
  const url = `/api/console/pricing/plans/${plan.id}`;
  const { data } = useSideData<PriceVersions>(url, ['catalog.', 'services.price-began']);
  const columns = useColumns(plan.id, url, mayChange);
  return (
    <Dialog open wide onClose={onClose} title={words.title(format.words(plan.name))}>
      <div className="-mx-5">
        <DataTable
          caption={words.title(format.words(plan.name))}
          rows={data?.versions ?? []}
          columns={columns}
          rowKey={(row) => `${row.currency} ${row.cycle} ${row.version}`}
          dense
        />
      </div>
      {mayPrepare && (
        <LinkButton weight="secondary" to={to.newPrices({ product: productId })}>
          {words.announce}
        </LinkButton>
      )}
      {mayChange && <PlanPrice plan={plan} url={url} />}
    </Dialog>
  );
}

function useColumns(planId: string, url: string, mayChange: boolean): Column<Version>[] {
  const { history: words, cycles } = useText();
  const format = useFormat();
  const withdraw = useAct(
    ({ currency, cycle, version }: Version, key) =>
      api.post(`/api/console/catalog/plans/${planId}/prices/withdraw`, { currency, cycle, version }, key),
    { refresh: [url, '/api/console/catalog'], done: () => toast({ words: words.withdrawn }) },
  );
  return [
    {
      key: 'price',
      header: words.price,
      card: 'title',
      cell: ({ recurring, setup, currency, cycle, tiers }) => (
        <>
          {format.money({ amount: recurring, currency })} · {cycles[cycle as keyof Text['cycles']]}
          {setup > 0 && (
            <span className="block text-13 font-normal text-muted">
              {words.setup}: {format.money({ amount: setup, currency })}
            </span>
          )}
          {tiers && <span className="block text-13 font-normal text-muted">{words.tiers[tiers.model]}</span>}
        </>
      ),
    },
    {
      key: 'state',
      header: words.version,
      card: 'state',
      cell: ({ version, state }) => (
        <>
          <span className="me-2 tabular-nums">{version}</span>
          <StatusChip tone={tones[state]}>{words.states[state]}</StatusChip>
        </>
      ),
    },
    { key: 'time', header: words.time, card: 'when', cell: (row) => timeOf(row, words, format) },
    {
      key: 'services',
      header: words.at,
      card: 'rest',
      align: 'end',
      cell: ({ services }) => format.number(services),
    },
    ...(mayChange
      ? [
          {
            key: 'acts',
            header: words.withdraw,
            card: 'rest' as const,
            cell: (row: Version) =>
              row.state === 'planned' && (
                <Button weight="quiet" busy={withdraw.busy} onClick={() => void withdraw.run(row)}>
                  {words.withdraw}
                </Button>
              ),
          },
        ]
      : []),
  ];
}

function timeOf({ startsAt, endsAt }: Version, words: Text['history'], format: Formats): string {
  const from = startsAt ? format.date(startsAt) : words.since;
  if (endsAt === null) return startsAt ? words.from(from) : from;
  return words.until(from, format.date(endsAt));
}
