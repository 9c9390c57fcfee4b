import type { Categories, StaffArticle } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { bodyOf, newArticle } from './article-values.ts';
import { SettingsFields } from './settings-fields.tsx';
import { TextEditor } from './text-editor.tsx';

const base = '/api/console/knowledge';

export function Page() {
  const { list, editor: words } = useText();
  const { items: categories } = useData<Categories>(`${base}/categories`);
  const form = useForm({
    initial: newArticle(categories[0]?.id ?? ''),
    draft: 'knowledge-new',
    send: (values, key) => api.post<StaffArticle>(`${base}/articles`, bodyOf(values), key),
    refresh: [`${base}/articles`],
    done: ({ id }) => {
      toast({ words: words.savedDraft });
      goTo(consolePaths.article(id), { replace: true });
    },
  });
  return (
    <>
      <PageHeader
        title={words.newTitle}
        lead={words.newLead}
        crumbs={[{ label: list.title, to: consolePaths.knowledge() }]}
        act={
          <Button wide busy={form.busy} onClick={() => void form.submit()}>
            {words.create}
          </Button>
        }
      />
      <Form form={form}>
        <TextEditor texts={form.values.texts} onTexts={(texts) => form.set({ texts })} readOnly={false} />
        <SettingsFields form={form} categories={categories} />
      </Form>
    </>
  );
}
