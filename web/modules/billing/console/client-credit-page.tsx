import { useState } from 'react';
import type { ClientCredit } from '../../../../server/modules/billing/lot-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { Button } from '../../../ui/button.tsx';
import { FigureCard } from '../../../ui/card.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { CreditLots, useCreditColumns } from '../shared/credit-parts.tsx';
import { CurrencyChips } from '../shared/currency-chips.tsx';
import { useCreditText } from '../text/desk-credit.ts';
import { useText } from '../text/index.ts';
import { useLotText } from '../text/lots.ts';
import { GiveGoodwill } from './give-goodwill.tsx';
import { RecordDeposit } from './record-deposit.tsx';
import { TakeBack } from './take-back-goodwill.tsx';

/** A client's credit for staff: what is left of what came when, and where it went. */
export function Page({ clientId }: { clientId: string }) {
  const words = useCreditText();
  const { statement } = useText();
  const { history } = useLotText();
  const format = useFormat();
  const base = `/api/console/clients/${clientId}/credit`;
  const url = withQuery(base, { currency: useSearch().get('currency') });
  const credit = useData<ClientCredit>(url, 'billing.');
  const list = useList<ClientCredit['items'][number]>(url, 'billing.');
  const columns = useCreditColumns(credit.currency, to, words.sources);
  const [open, setOpen] = useState<'give' | 'deposit' | null>(null);
  const close = () => setOpen(null);
  const { can, client } = credit;
  const mayGive = useCan('billing.credit.give');
  return (
    <>
      <PageHeader
        title={words.ofClient(client.name)}
        lead={words.lead}
        crumbs={[{ label: client.name, to: to.client(client.id) }]}
        aside={
          <Button
            weight="secondary"
            reason={can.deposit === true ? null : reasonWords(can.deposit.no)}
            onClick={() => setOpen('deposit')}
          >
            {words.deposit}
          </Button>
        }
        act={
          <Button
            reason={can.give === true ? null : reasonWords(can.give.no)}
            onClick={() => setOpen('give')}
          >
            {words.give}
          </Button>
        }
      />
      <CurrencyChips label={statement.currency} currencies={credit.currencies} current={credit.currency} />
      <div className="mb-4 grid items-start gap-4 lg:grid-cols-2">
        <FigureCard
          title={words.now}
          figure={format.money({ amount: credit.credit, currency: credit.currency })}
          context={null}
        />
        <CreditLots
          credit={credit}
          called={words.sources}
          act={(lot) =>
            lot.source === 'goodwill' && mayGive && <TakeBack url={base} credit={credit} lot={lot} />
          }
        />
      </div>
      <ListTable
        list={list}
        empty={
          <EmptyState small icon="wallet" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={history}
        columns={columns}
        rowKey={(line) => String(line.sequence)}
      />
      <GiveGoodwill open={open === 'give'} onClose={close} url={base} credit={credit} />
      <RecordDeposit open={open === 'deposit'} onClose={close} credit={credit} />
    </>
  );
}
