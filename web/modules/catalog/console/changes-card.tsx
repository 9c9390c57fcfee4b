import type { CatalogProduct } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const base = '/api/console/catalog';
type Policy = CatalogProduct['changes'];
const choices = {
  upgrade: ['now', 'period_end', 'never'],
  downgrade: ['period_end', 'now', 'never'],
  proration: ['day', 'second', 'none'],
  unused: ['credit', 'none'],
  onHold: ['skip', 'bill'],
  inTerm: ['refuse', 'allow'],
} as const satisfies { [Field in keyof Policy]: readonly Policy[Field][] };

/** What becomes of changes to services of a product that run. */
export function ChangesCard({ product }: { product: CatalogProduct }) {
  const { changes: words, product: productWords } = useText();
  const format = useFormat();
  const form = useForm({
    initial: product.changes as Record<keyof Policy, string>,
    send: (changes) =>
      api.patch<CatalogProduct>(`${base}/products/${product.id}`, { changes }, product.version),
    refresh: [base],
    done: ({ name }) => toast({ words: productWords.saved(format.words(name)) }),
  });
  const field = (name: keyof Policy) => (
    <Select
      {...form.field(name)}
      label={words.fields[name]}
      hint={words.hints[name]}
      choices={choices[name].map((value) => ({
        value,
        label: (words.values[name] as Record<string, string>)[value]!,
      }))}
    />
  );
  return (
    <Card title={words.title}>
      <Form form={form}>
        {field('upgrade')}
        {field('downgrade')}
        {field('proration')}
        {field('unused')}
        {field('onHold')}
        {field('inTerm')}
        <Button type="submit" weight="secondary" busy={form.busy}>
          {productWords.save}
        </Button>
      </Form>
    </Card>
  );
}
