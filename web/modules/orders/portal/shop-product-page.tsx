import type { ReactNode } from 'react';
import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useSession } from '../../../kernel/session/session.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { Currencies } from './currencies.tsx';
import type { Price } from './selection.ts';
import { ShopPlan } from './shop-plan.tsx';

/** One product for everybody: its plans with all their prices, and what can be chosen with it. */
export function Page({ product: slug }: { product: string }) {
  const { shop: words, flow } = useText();
  const visitor = useSession() === null;
  const currency = useSearch().get('currency');
  const product = useData<StoreProduct>(withQuery(`/api/catalog/products/${slug}`, { currency }));
  const format = useFormat();
  const title = format.words(product.name);
  const crumbs = [{ label: flow.back, to: paths.shop({ currency: currency ?? undefined }) }];
  useHead({ title, description: format.words(product.description), crumbs });
  return (
    <>
      <PageHeader
        title={title}
        lead={format.words(product.description)}
        crumbs={crumbs}
        aside={
          <Currencies
            all={product.currencies}
            now={product.currency}
            to={(one) => paths.shopProduct(slug, { currency: one })}
          />
        }
      />
      <div className="mb-6 flex flex-col gap-2 empty:hidden">
        {product.trialDays > 0 && <Banner tone="good" title={flow.trial(product.trialDays)} />}
        {product.existingClientsOnly && <Banner tone="info" title={words.forClients} />}
        {product.left !== null && (
          <Banner tone="attention" title={product.left === 0 ? flow.soldOut : flow.left(product.left)} />
        )}
      </div>
      <h2 className="text-20">{words.plans}</h2>
      <ul className="mt-3 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {product.plans.map((plan) => (
          <ShopPlan key={plan.id} product={product} plan={plan} currency={currency} />
        ))}
      </ul>
      <p className="mt-3 text-13 text-muted">
        {product.left !== 0 && visitor ? `${words.beforeTax} ${words.signInHint}` : words.beforeTax}
      </p>
      <div className="mt-8 grid items-start gap-4 empty:hidden sm:grid-cols-2">
        {product.options.length > 0 && (
          <Choosable
            title={words.options}
            all={product.options.map(({ code, name, choices }) => ({
              code,
              name: format.words(name),
              prices: choices.flatMap((choice) => choice.prices),
              more: choices.length > 1 && format.list(choices.map((choice) => format.words(choice.name))),
            }))}
            currency={product.currency}
          />
        )}
        {product.addons.length > 0 && (
          <Choosable
            title={words.addons}
            all={product.addons.map(({ code, name, description, prices }) => ({
              code,
              name: format.words(name),
              prices,
              more: format.words(description),
            }))}
            currency={product.currency}
          />
        )}
      </div>
    </>
  );
}

function Choosable({
  title,
  all,
  currency,
}: {
  title: string;
  all: { code: string; name: string; prices: Price[]; more: ReactNode }[];
  currency: string;
}) {
  const { shop: words, flow, per } = useText();
  const format = useFormat();
  const price = (prices: Price[]) => {
    const lowest = prices.toSorted((a, b) => a.recurring - b.recurring)[0];
    if (!lowest) return null;
    if (lowest.recurring === 0 && prices.every((one) => one.recurring === 0)) return flow.free;
    const paid = prices.find((one) => one.recurring > 0)!;
    return words.from(`${format.money({ amount: paid.recurring, currency })} ${per[paid.cycle]}`);
  };
  return (
    <Card title={title}>
      <ul className="divide-y divide-line text-body">
        {all.map(({ code, name, prices, more }) => (
          <li
            key={code}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 first:pt-0 last:pb-0"
          >
            <span className="font-medium">{name}</span>
            <span className="text-13 text-muted tabular-nums">{price(prices)}</span>
            {more && <span className="w-full text-13 text-muted">{more}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
