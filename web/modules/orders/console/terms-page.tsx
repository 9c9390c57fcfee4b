import type { Terms } from '../../../../server/modules/orders/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { desk: words } = useText();
  const format = useFormat();
  const { terms } = useData<Terms>('/api/terms');
  const form = useForm({
    initial: { id: terms?.text.id ?? '', en: terms?.text.en ?? '' },
    send: (text, key) => api.post<Terms>('/api/console/terms', { text }, key),
    refresh: ['/api/terms'],
    draft: 'terms',
    done: ({ terms: published }) => toast({ words: words.published(published!.version) }),
  });
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.termsTitle}
        lead={words.termsLead}
        crumbs={[{ label: words.catalog, to: consolePaths.catalog() }]}
      />
      <Card>
        <p className="mb-4 text-body text-muted">
          {terms ? words.termsNow(terms.version, format.date(terms.publishedAt)) : words.termsNone}
        </p>
        <Form form={form}>
          <TextArea {...form.field('id')} label={words.termsId} rows={14} />
          <TextArea {...form.field('en')} label={words.termsEn} rows={14} />
          <FormActs>
            <Button type="submit" busy={form.busy}>
              {words.publish}
            </Button>
          </FormActs>
        </Form>
      </Card>
    </div>
  );
}
