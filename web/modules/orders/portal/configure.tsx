import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/index.ts';
import { termIn, useTermWords } from '../../services/shared/term-words.ts';
import { FlowFrame } from './flow-frame.tsx';
import { firstPrices } from './first-prices.ts';
import { PlanDetails } from './plan-details.tsx';
import {
  type Option,
  type Plan,
  type Price,
  type Selection,
  estimate,
  introduced,
  planOf,
  saving,
} from './selection.ts';
import { Summary } from './summary.tsx';
import type { QuoteState } from './use-quote.ts';

interface Props {
  product: StoreProduct;
  selection: Selection;
  onChange: (change: Partial<Selection>) => void;
  quote: QuoteState;
  missing: readonly Option[];
  code: string;
  onCode: (code: string) => void;
}

export function Configure({ product, selection, onChange, quote, missing, code, onCode }: Props) {
  const { flow: words } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const plan = planOf(product, selection);
  const price = usePrice(product.currency);
  const { cycles, per } = useText();
  const money = (amount: number) => format.money({ amount, currency: product.currency });
  const priceOf = (of: Plan) => of.prices.find((one) => one.cycle === selection.cycle) ?? of.prices[0]!;
  // Who has had the product pays its price from the beginning, which the server knows.
  const known = quote.quote?.items[0]?.introduced === false && introduced(plan, priceOf(plan)).length > 0;
  const atFirst = (of: Plan, at: Price) => (known ? null : firstPrices(of, at, { money, per, words }));
  const { whole, billed } = useTermWords();
  const termOf = (of: Plan, at: Price) => {
    const term = termIn(of.term, at.cycle, product.currency);
    return term && whole(term, product.currency);
  };
  // Who has had a trial of it already gets none: the server knows.
  const trialDays = quote.quote?.items[0]?.trialDays ?? product.trialDays;
  const blocked =
    missing.length > 0
      ? words.incomplete(format.list(missing.map((option) => format.words(option.name))))
      : quote.problem && problemWords(quote.problem);
  const fieldProblems = new Map(
    quote.problem?.fields.map((field) => [field.path, problemWords(quote.problem!)]),
  );
  return (
    <FlowFrame
      summary={<Summary {...{ product, selection, code, onCode }} quote={quote.quote} busy={quote.busy} />}
      figure={
        quote.quote ? (
          <>
            <span className="text-muted">{words.today}</span>
            <span className="font-bold">
              <MoneyText value={quote.quote.total} />
            </span>
          </>
        ) : (
          <>
            <span className="text-muted">{words.beforeTax}</span>
            <span className="font-bold">
              <MoneyText
                value={{ amount: estimate(product, selection).recurring, currency: product.currency }}
              />
            </span>
          </>
        )
      }
      act={
        <Button
          wide
          reason={blocked}
          busy={quote.busy}
          onClick={() => goTo(to.product(product.slug, { step: 'review' }))}
        >
          {words.review}
        </Button>
      }
    >
      {trialDays > 0 && <Banner tone="good" title={words.trial(trialDays)} />}
      {product.left !== null && <Banner tone="attention" title={words.left(product.left)} />}
      {product.plans.length > 1 && (
        <Card>
          <RadioCards
            name="plan"
            label={words.plan}
            value={selection.plan}
            onValue={(value) => onChange({ plan: value, quantity: selection.quantity })}
            choices={product.plans.map((each) => ({
              value: each.id,
              label: format.words(each.name),
              hint: [
                format.words(each.description),
                atFirst(each, priceOf(each)),
                termOf(each, priceOf(each)),
                selection.cycle !== 'one_time' && billed(each.billDay),
              ]
                .filter(Boolean)
                .join(' · '),
              aside: price(priceOf(each)),
            }))}
          />
        </Card>
      )}
      {plan.prices.length > 1 && (
        <Card>
          <RadioCards
            name="cycle"
            label={words.cycle}
            columns={2}
            value={selection.cycle}
            onValue={(cycle) => onChange({ cycle })}
            choices={plan.prices.map((each) => ({
              value: each.cycle,
              label: cycles[each.cycle],
              hint: [
                `${money(each.recurring)} ${per[each.cycle]}`,
                product.plans.length === 1 && atFirst(plan, each),
                each.setup > 0 && words.setup(money(each.setup)),
                product.plans.length === 1 && termOf(plan, each),
                product.plans.length === 1 && each.cycle !== 'one_time' && billed(plan.billDay),
                saving(plan, each) > 0 && words.saves(money(saving(plan, each))),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </Card>
      )}
      <PlanDetails
        product={product}
        selection={selection}
        errorOf={(option) => fieldProblems.get(`items.0.options.${option}`)}
        onChange={onChange}
      />
    </FlowFrame>
  );
}

/** “Rp200.000 / month”. */
function usePrice(currency: string) {
  const { per } = useText();
  return (price: Price) => (
    <span className="whitespace-nowrap">
      <MoneyText value={{ amount: price.recurring, currency }} />{' '}
      <span className="font-normal text-muted">{per[price.cycle]}</span>
    </span>
  );
}
