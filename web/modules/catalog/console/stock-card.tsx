import { useState } from 'react';
import type { CatalogProduct } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { refresh } from '../../../kernel/query/client.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const base = '/api/console/catalog';

/** What is left to sell. Every order changes it, so it is set from the number that was seen. */
export function StockCard({ product, mayChange }: { product: CatalogProduct; mayChange: boolean }) {
  const { product: words, tree } = useText();
  const [overtaken, setOvertaken] = useState(false);
  const { stock } = product;
  return (
    <Card title={words.stock}>
      <p className="mb-3 text-20 font-bold tabular-nums">
        {stock === null ? tree.endless : tree.left(stock)}
      </p>
      {overtaken && <Banner tone="attention" title={words.stockChanged} />}
      {mayChange && <StockForm key={stock} product={product} onOvertaken={setOvertaken} />}
    </Card>
  );
}

function StockForm({
  product: { id, stock, name },
  onOvertaken,
}: {
  product: CatalogProduct;
  onOvertaken: (overtaken: boolean) => void;
}) {
  const { product: words } = useText();
  const format = useFormat();
  const form = useForm({
    initial: { stock: stock === null ? '' : String(stock) },
    send: (values, key) =>
      api.post<CatalogProduct>(
        `${base}/products/${id}/stock`,
        { stock: values.stock.trim() === '' ? null : Number(values.stock), seen: stock },
        key,
      ),
    refresh: [base],
    failed: (problem) => {
      if (problem.code !== 'changed_meanwhile') return false;
      onOvertaken(true);
      void refresh(base);
      return true;
    },
    done: () => {
      onOvertaken(false);
      toast({ words: words.saved(format.words(name)) });
    },
  });
  return (
    <Form form={form}>
      <TextField
        {...form.field('stock')}
        label={words.stockNow}
        hint={words.stockHint}
        inputMode="numeric"
        autoComplete="off"
        optional
      />
      <Button type="submit" weight="secondary" busy={form.busy}>
        {words.setStock}
      </Button>
    </Form>
  );
}
