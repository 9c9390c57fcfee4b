import { useState } from 'react';
import type { Checkout } from '../../../../server/modules/guests/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { withQuery } from '../../../kernel/pages/match.ts';
import { type Posted, usePosted } from '../../../kernel/pages/posted.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { type CheckoutAsked, CheckoutForm } from './checkout-form.tsx';
import { type Selection, startWith } from './selection.ts';

/** What was chosen in the store, as the address says it; or what a form without script brought back. */
function chosen(
  search: { get(name: string): string | null },
  posted: Posted<CheckoutAsked> | undefined,
): Partial<Selection> {
  if (posted) return posted.asked.item;
  const plan = search.get('plan');
  const cycle = search.get('cycle') as Selection['cycle'] | null;
  return { ...(plan && { plan }), ...(cycle && { cycle }) };
}

/** For whoever orders without an account: what, who, and the terms, on one page. Nothing is ordered before the mailed link. */
export function Page({ product: slug }: { product: string }) {
  const { guest: words, shop } = useText();
  const search = useSearch();
  const currency = search.get('currency');
  const { product, terms } = useData<Checkout>(withQuery(`/api/guest-orders/products/${slug}`, { currency }));
  const posted = usePosted<CheckoutAsked>(paths.checkout(slug));
  const format = useFormat();
  const title = words.title(format.words(product.name));
  const [selection] = useState(() => startWith(product, chosen(search, posted)));
  const [sentTo, setSentTo] = useState(posted?.answer ? posted.asked.email : null);
  useHead({ title, description: words.lead, hidden: true });
  if (sentTo !== null)
    return (
      <Notice title={words.sentTitle} lead={words.sent(sentTo)} hint={words.sentHint}>
        <LinkButton wide weight="secondary" to={paths.shop()}>
          {words.store}
        </LinkButton>
      </Notice>
    );
  const { plan, cycle } = selection;
  return (
    <>
      <PageHeader
        title={title}
        lead={words.lead}
        crumbs={[
          { label: shop.title, to: paths.shop() },
          { label: format.words(product.name), to: paths.shopProduct(slug) },
        ]}
      />
      <p className="mb-4 text-body text-muted">
        {words.account} <Link to={paths.signIn(paths.order(slug, { plan, cycle }))}>{words.signIn}</Link>
      </p>
      <CheckoutForm
        {...{ product, terms, posted }}
        code={posted?.asked.promotionCode ?? search.get('code') ?? ''}
        start={selection}
        chosen={currency}
        onSent={setSentTo}
      />
    </>
  );
}
