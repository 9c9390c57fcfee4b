import type { Credit } from '../../../../server/modules/billing/statement-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { FigureCard } from '../../../ui/card.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { CreditLots, useCreditColumns } from '../shared/credit-parts.tsx';
import { CurrencyChips } from '../shared/currency-chips.tsx';
import { useText } from '../text/index.ts';
import { useLotText } from '../text/lots.ts';

export function Page() {
  const { credit: words, statement, list: lists } = useText();
  const lots = useLotText();
  const { api, to } = useOrganization();
  const format = useFormat();
  const url = withQuery(`${api}/credit`, { currency: useSearch().get('currency') });
  const credit = useData<Credit>(url, 'billing.');
  const list = useList<Credit['items'][number]>(url, 'billing.');
  const mayPay = useCan('payments.payment.make');
  const columns = useCreditColumns(credit.currency, to);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: lists.title, to: to.invoices() }]}
        act={mayPay && <LinkButton to={to.addCredit()}>{lots.add}</LinkButton>}
      />
      <p className="mb-3 text-body">
        <Link to={to.refunds()}>{words.refunds}</Link>
      </p>
      <CurrencyChips label={statement.currency} currencies={credit.currencies} current={credit.currency} />
      <div className="mb-4 grid max-w-4xl items-start gap-4 md:grid-cols-2">
        <FigureCard
          title={words.now}
          figure={format.money({ amount: credit.credit, currency: credit.currency })}
          context={words.automatic}
        />
        <CreditLots credit={credit} />
      </div>
      <ListTable
        list={list}
        empty={
          <EmptyState small icon="wallet" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={lots.history}
        columns={columns}
        rowKey={(line) => String(line.sequence)}
      />
    </>
  );
}
