import { useState } from 'react';
import type { Categories, StaffArticle } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { ArticleMenu } from './article-menu.tsx';
import { bodyOf, valuesOf } from './article-values.ts';
import { Reception } from './reception.tsx';
import { SettingsFields } from './settings-fields.tsx';
import { StateChips } from './state-chips.tsx';
import { TextEditor } from './text-editor.tsx';
import { Versions } from './versions.tsx';

const base = '/api/console/knowledge';

/**
 * One article: write it, see it as readers will, publish it. What is typed stays whatever happens elsewhere: the article is taken as it
 * was when the page opened or as this page's own acts left it, and an edit by somebody else is told when it is saved.
 */
export function Page({ articleId }: { articleId: string }) {
  const { list, editor: words } = useText();
  const url = `${base}/articles/${articleId}`;
  const format = useFormat();
  const loaded = useData<StaffArticle>(url);
  const { items: categories } = useData<Categories>(`${base}/categories`);
  const [article, setArticle] = useState(loaded);
  const mayWrite = useCan('knowledge.write');
  const form = useForm({
    initial: valuesOf(article),
    // Of this version only: over a newer one it would undo what others wrote.
    draft: `knowledge-${articleId}-${loaded.version}`,
    send: (values) => api.patch<StaffArticle>(url, bodyOf(values), article.version),
    refresh: [`${base}/articles`],
    done: (saved) => {
      took(saved);
      toast({ words: saved.state === 'published' ? words.saved : words.savedDraft });
    },
  });
  const publish = useAct(
    (_body: null, key) => api.post<StaffArticle>(`${url}/publish`, {}, key, article.version),
    {
      refresh: [`${base}/articles`],
      done: (published) => {
        setArticle(published);
        toast({ words: words.published });
      },
    },
  );
  function took(changed: StaffArticle) {
    setArticle(changed);
    form.reset(valuesOf(changed));
  }
  const { can } = article;
  const title = format.words({ id: article.texts.id.title, en: article.texts.en.title });
  const act = !mayWrite ? null : form.changed ? (
    <Button wide busy={form.busy} onClick={() => void form.submit()}>
      {words.save}
    </Button>
  ) : article.state === 'published' && can.publish !== true ? (
    <LinkButton to={paths.article(article.slug)} target="_blank" weight="secondary" icon="eye">
      {words.see}
    </LinkButton>
  ) : (
    <Button
      wide
      busy={publish.busy}
      reason={can.publish === true ? null : words.reasons[can.publish.no]}
      onClick={() => void publish.run(null)}
    >
      {article.state === 'published' ? words.publishAgain : words.publish}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={title || article.texts.id.title || article.texts.en.title || list.untitled}
        crumbs={[{ label: list.title, to: consolePaths.knowledge() }]}
        state={<StateChips article={article} />}
        lead={mayWrite && form.changed && words.unsaved}
        act={act}
        aside={mayWrite && <ArticleMenu article={article} onChanged={setArticle} />}
      />
      <div className="flex flex-col gap-4">
        {mayWrite ? (
          <Form form={form}>
            <TextEditor texts={form.values.texts} onTexts={(texts) => form.set({ texts })} readOnly={false} />
            <SettingsFields form={form} categories={categories} slugFixed={can.changeSlug !== true} />
          </Form>
        ) : (
          <TextEditor texts={article.texts} onTexts={() => {}} readOnly />
        )}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Versions article={article} mayRestore={mayWrite} onRestored={took} />
          <Reception article={article} />
        </div>
      </div>
    </>
  );
}
