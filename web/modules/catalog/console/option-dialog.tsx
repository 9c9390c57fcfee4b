import type { CatalogOption, CatalogProduct } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { BothFields } from './both-fields.tsx';
import { type ChoiceValues, ChoicesEditor } from './choices-editor.tsx';
import { PricesGrid } from './prices-grid.tsx';
import { slugOf } from './slug-of.ts';

const base = '/api/console/catalog';
type Kind = CatalogOption['kind'];
const kinds = ['select', 'quantity', 'checkbox', 'text'] as const;

/** What a kind of answer begins with. */
const bounds: Record<Kind, { minimum: string; maximum: string }> = {
  select: { minimum: '0', maximum: '0' },
  checkbox: { minimum: '0', maximum: '0' },
  quantity: { minimum: '0', maximum: '10' },
  text: { minimum: '1', maximum: '60' },
};

const newChoice = (code: string): ChoiceValues => ({ code, name: { id: '', en: '' }, prices: [] });

/** Adds an option to a product, or changes one, with its choices and their prices. */
export function OptionDialog({
  product,
  option,
  onClose,
}: {
  product: CatalogProduct;
  option: CatalogOption | null;
  onClose: () => void;
}) {
  const { product: words, fields, kinds: kindNames } = useText();
  const format = useFormat();
  const form = useForm({
    initial: {
      name: option?.name ?? { id: '', en: '' },
      code: option?.code ?? '',
      kind: option?.kind ?? ('select' as Kind),
      required: option?.required ?? true,
      minimum: String(option?.minimum ?? 0),
      maximum: String(option?.maximum ?? 0),
      position: String(option?.position ?? 100),
      choices: option?.choices ?? [newChoice('')],
    },
    send: ({ code, kind, minimum, maximum, position, choices, ...same }, key) => {
      const body = {
        ...same,
        minimum: Number(minimum),
        maximum: Number(maximum),
        position: Number(position),
        choices: choicesOf(kind, choices, same.name),
      };
      return option
        ? api.patch<CatalogProduct>(`${base}/options/${option.id}`, body, option.version)
        : api.post<CatalogProduct>(
            `${base}/products/${product.id}/options`,
            { ...body, kind, code: code || slugOf(same.name.en).slice(0, 40) },
            key,
          );
    },
    refresh: [base],
    done: (_, { name }) => {
      onClose();
      toast({ words: words.saved(format.words(name)) });
    },
  });
  const { kind, choices } = form.values;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={option ? words.edit(format.words(option.name)) : words.addOption}
    >
      <Form form={form}>
        <BothFields {...form.field('name')} label={fields.name} />
        {!option && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              {...form.field('kind')}
              label={fields.kind}
              onValue={(next) => form.set({ kind: next, ...bounds[next], choices: [newChoice('')] })}
              choices={kinds.map((value) => ({ value, label: kindNames[value] }))}
            />
            <TextField
              {...form.field('code')}
              label={fields.code}
              hint={fields.codeHint}
              optional
              placeholder={slugOf(form.values.name.en).slice(0, 40)}
            />
          </div>
        )}
        <Checkbox {...form.field('required')} label={fields.required} />
        {(kind === 'quantity' || kind === 'text') && (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              {...form.field('minimum')}
              label={fields.minimum}
              hint={kind === 'text' ? fields.lengthHint : fields.unitsHint}
              inputMode="numeric"
            />
            <TextField {...form.field('maximum')} label={fields.maximum} inputMode="numeric" />
          </div>
        )}
        {kind === 'select' && <ChoicesEditor {...form.field('choices')} />}
        {(kind === 'quantity' || kind === 'checkbox') && (
          <PricesGrid
            value={choices[0]?.prices ?? []}
            onValue={(prices) => form.set({ choices: [{ ...newChoice('unit'), ...choices[0], prices }] })}
            hint={fields.choicePriceHint}
          />
        )}
        <TextField
          {...form.field('position')}
          label={fields.position}
          hint={fields.positionHint}
          inputMode="numeric"
          className="sm:w-1/2"
        />
        <Button type="submit" wide busy={form.busy}>
          {option ? words.save : words.add}
        </Button>
      </Form>
    </Dialog>
  );
}

/** As the server wants them: a text has none, a number and a tick one that needs no name of its own. */
function choicesOf(kind: Kind, choices: readonly ChoiceValues[], name: ChoiceValues['name']): ChoiceValues[] {
  if (kind === 'text') return [];
  if (kind === 'select') {
    return choices.map((choice) => ({ ...choice, code: choice.code || slugOf(choice.name.en).slice(0, 40) }));
  }
  return [{ code: 'unit', name, prices: choices[0]?.prices ?? [] }];
}
