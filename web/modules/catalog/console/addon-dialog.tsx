import type { CatalogAddon } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { BothFields } from './both-fields.tsx';
import { type PriceRow, PricesGrid } from './prices-grid.tsx';
import { slugOf } from './slug-of.ts';

const base = '/api/console/catalog';

/** Adds an add-on, or changes one. */
export function AddonDialog({ addon, onClose }: { addon: CatalogAddon | null; onClose: () => void }) {
  const { tree, fields: words, product } = useText();
  const format = useFormat();
  const form = useForm({
    initial: {
      name: addon?.name ?? { id: '', en: '' },
      description: addon?.description ?? { id: '', en: '' },
      code: addon?.code ?? '',
      position: String(addon?.position ?? 100),
      prices: (addon?.prices ?? []) as PriceRow[],
    },
    send: ({ code, position, ...same }, key) => {
      const body = { ...same, position: Number(position) };
      return addon
        ? api.patch<CatalogAddon>(`${base}/addons/${addon.id}`, body, addon.version)
        : api.post<CatalogAddon>(
            `${base}/addons`,
            { ...body, code: code || slugOf(same.name.en).slice(0, 40) },
            key,
          );
    },
    refresh: [base],
    done: ({ name }) => {
      onClose();
      toast({ words: product.saved(format.words(name)) });
    },
  });
  const { value, onValue } = form.field('prices');
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={addon ? product.edit(format.words(addon.name)) : tree.addAddon}
    >
      <Form form={form}>
        <BothFields {...form.field('name')} label={words.name} />
        <BothFields {...form.field('description')} label={words.description} long optional />
        <div className="grid gap-4 sm:grid-cols-2">
          {!addon && (
            <TextField
              {...form.field('code')}
              label={words.code}
              hint={words.codeHint}
              optional
              placeholder={slugOf(form.values.name.en).slice(0, 40)}
            />
          )}
          <TextField
            {...form.field('position')}
            label={words.position}
            hint={words.positionHint}
            inputMode="numeric"
          />
        </div>
        <PricesGrid value={value} onValue={onValue} hint={words.pricesHint} />
        <Button type="submit" wide busy={form.busy}>
          {addon ? product.save : product.add}
        </Button>
      </Form>
    </Dialog>
  );
}
