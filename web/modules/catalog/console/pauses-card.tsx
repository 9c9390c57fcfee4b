import type { CatalogProduct } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const base = '/api/console/catalog';
type Policy = CatalogProduct['pauses'];
const choices = {
  who: ['nobody', 'clients', 'staff'],
  begins: ['now', 'period_end'],
  unused: ['extend', 'credit', 'none'],
} as const satisfies { [Field in 'who' | 'begins' | 'unused']: readonly Policy[Field][] };

/** Whether services of a product may be paused, by whom and how. */
export function PausesCard({ product }: { product: CatalogProduct }) {
  const { pauses: words, product: productWords } = useText();
  const format = useFormat();
  const { who, begins, unused, longestDays, perYear } = product.pauses;
  const form = useForm({
    initial: {
      who: who as string,
      begins: begins as string,
      unused: unused as string,
      longestDays: longestDays === null ? '' : String(longestDays),
      perYear: perYear === null ? '' : String(perYear),
    },
    check: (values) => ({
      ...(isNumber(values.longestDays, 1095) ? {} : { longestDays: words.numberOf(1095) }),
      ...(isNumber(values.perYear, 12) ? {} : { perYear: words.numberOf(12) }),
    }),
    send: ({ longestDays: longest, perYear: often, ...rest }) =>
      api.patch<CatalogProduct>(
        `${base}/products/${product.id}`,
        { pauses: { ...rest, longestDays: numberOf(longest), perYear: numberOf(often) } },
        product.version,
      ),
    refresh: [base],
    done: ({ name }) => toast({ words: productWords.saved(format.words(name)) }),
  });
  const select = (name: keyof typeof choices) => (
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
  const offered = form.values.who !== 'nobody';
  return (
    <Card title={words.title}>
      <Form form={form}>
        {select('who')}
        {offered && (
          <>
            {select('begins')}
            {select('unused')}
            <TextField
              {...form.field('longestDays')}
              label={words.fields.longestDays}
              hint={words.hints.longestDays}
              inputMode="numeric"
              optional
            />
            <TextField
              {...form.field('perYear')}
              label={words.fields.perYear}
              hint={words.hints.perYear}
              inputMode="numeric"
              optional
            />
          </>
        )}
        <Button type="submit" weight="secondary" busy={form.busy}>
          {productWords.save}
        </Button>
      </Form>
    </Card>
  );
}

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));

function isNumber(text: string, most: number): boolean {
  const value = numberOf(text);
  return value === null || (Number.isInteger(value) && value >= 1 && value <= most);
}
