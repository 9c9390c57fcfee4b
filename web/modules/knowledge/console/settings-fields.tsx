import type { Category, StaffArticle } from '../../../../server/modules/knowledge/contract.ts';
import type { Form } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { type ArticleValues, suggestedSlug } from './article-values.ts';

/** Everything about an article but its texts. */
export function SettingsFields({
  form,
  categories,
  slugFixed = false,
}: {
  form: Form<ArticleValues>;
  categories: readonly Category[];
  slugFixed?: boolean;
}) {
  const { editor: words } = useText();
  const format = useFormat();
  const visibilities: { value: StaffArticle['visibility']; label: string }[] = [
    { value: 'public', label: words.public },
    { value: 'clients', label: words.clients },
  ];
  return (
    <Card title={words.settings}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          {...form.field('category')}
          label={words.category}
          choices={categories.map(({ id, name }) => ({ value: id, label: format.words(name) }))}
        />
        <Select {...form.field('visibility')} label={words.visibility} choices={visibilities} />
        <TextField
          {...form.field('tags')}
          label={words.tags}
          hint={words.tagsHint}
          optional
          className="sm:col-span-2"
        />
        <TextField
          {...form.field('slug')}
          label={words.slug}
          hint={words.slugHint}
          optional={!slugFixed}
          disabled={slugFixed}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          placeholder={suggestedSlug(form.values.texts)}
        />
        <TextField
          {...form.field('position')}
          label={words.position}
          hint={words.positionHint}
          inputMode="numeric"
          maxLength={5}
        />
      </div>
    </Card>
  );
}
