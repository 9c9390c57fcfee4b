import type { CatalogGroup } from '../../../../server/modules/catalog/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { BothFields } from './both-fields.tsx';
import { slugOf } from './slug-of.ts';

const base = '/api/console/catalog';

/** Adds a group, or changes one. */
export function GroupDialog({ group, onClose }: { group: CatalogGroup | null; onClose: () => void }) {
  const { tree, fields: words, product } = useText();
  const format = useFormat();
  const form = useForm({
    initial: group
      ? {
          name: group.name,
          description: group.description,
          slug: group.slug,
          position: String(group.position),
          visible: group.visible,
        }
      : {
          name: { id: '', en: '' },
          description: { id: '', en: '' },
          slug: '',
          position: '100',
          visible: true,
        },
    send: ({ position, ...values }, key) => {
      const body = { ...values, slug: values.slug || slugOf(values.name.en), position: Number(position) };
      return group
        ? api.patch<CatalogGroup>(`${base}/groups/${group.id}`, body, group.version)
        : api.post<CatalogGroup>(`${base}/groups`, body, key);
    },
    refresh: [base],
    done: ({ name }) => {
      onClose();
      toast({ words: product.saved(format.words(name)) });
    },
  });
  return (
    <Dialog open wide onClose={onClose} title={group ? tree.editGroup : tree.addGroup}>
      <Form form={form}>
        <BothFields {...form.field('name')} label={words.name} />
        <BothFields {...form.field('description')} label={words.description} long optional />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('slug')}
            label={words.slug}
            hint={words.slugHint}
            optional
            placeholder={slugOf(form.values.name.en)}
          />
          <TextField
            {...form.field('position')}
            label={words.position}
            hint={words.positionHint}
            inputMode="numeric"
          />
        </div>
        <Checkbox {...form.field('visible')} label={words.visible} hint={words.visibleHint} />
        <Button type="submit" wide busy={form.busy}>
          {group ? product.save : product.add}
        </Button>
      </Form>
    </Dialog>
  );
}
