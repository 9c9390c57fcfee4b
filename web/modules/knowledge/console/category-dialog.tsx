import type { Category } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { categoryIcons } from '../shared/icons.ts';
import { slugOf } from '../shared/slug-of.ts';
import { useText } from '../text/index.ts';
import { BothFields } from './both-fields.tsx';

const base = '/api/console/knowledge/categories';

/** Adds a category, or changes one. */
export function CategoryDialog({ category, onClose }: { category: Category | null; onClose: () => void }) {
  const { categories: words } = useText();
  const format = useFormat();
  const form = useForm({
    initial: {
      name: category?.name ?? { id: '', en: '' },
      description: category?.description ?? { id: '', en: '' },
      slug: category?.slug ?? '',
      icon: category?.icon ?? '',
    },
    send: ({ slug, icon, ...values }, key) => {
      const body = { ...values, slug: slug || slugOf(values.name.id, 60), icon: icon || null };
      return category
        ? api.patch(`${base}/${category.id}`, body, category.version)
        : api.post(base, body, key);
    },
    refresh: [base],
    done: (_, { name }) => {
      onClose();
      toast({ words: words.saved(format.words(name)) });
    },
  });
  return (
    <Dialog open wide onClose={onClose} title={category ? words.editTitle : words.add}>
      <Form form={form}>
        <BothFields {...form.field('name')} label={words.name} maxLength={80} />
        <BothFields {...form.field('description')} label={words.description} maxLength={200} optional />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('slug')}
            label={words.slug}
            hint={words.slugHint}
            optional
            maxLength={60}
            autoCapitalize="none"
            spellCheck={false}
            placeholder={slugOf(form.values.name.id, 60)}
          />
          <Select
            {...form.field('icon')}
            label={words.icon}
            choices={[
              { value: '', label: words.noIcon },
              ...categoryIcons.map((icon) => ({ value: icon, label: words.icons[icon] })),
            ]}
          />
        </div>
        <Button type="submit" wide busy={form.busy}>
          {category ? words.save : words.add}
        </Button>
      </Form>
    </Dialog>
  );
}
