import type { Organization } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths, safeNext } from '../../../kernel/paths.ts';
import { session, usePerson } from '../../../kernel/session/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { countryChoices } from '../countries.ts';

const currencies = ['IDR', 'USD', 'SGD', 'EUR'].map((value) => ({ value, label: value }));

/** The first step of a new client, and the way to a second organization. */
export function Page() {
  const { create, organization: words } = useText();
  const person = usePerson();
  const first = session.use()?.organizations.length === 0;
  const language = locale.use();
  const next = useSearch().get('next');
  const form = useForm({
    initial: { name: '', country: 'ID', currency: 'IDR' },
    send: (values, key) => api.post<Organization>('/api/organizations', values, key),
    // A new document, so that the session with the new membership comes with it.
    done: ({ slug }) => location.assign(next ? safeNext(next) : paths.organization(slug).home()),
  });
  return (
    <div className="mx-auto max-w-lg">
      <PageHeader title={first ? create.firstTitle(person.name) : create.title} lead={create.lead} />
      <Card>
        <Form form={form}>
          <TextField {...form.field('name')} label={create.name} autoComplete="organization" />
          <Select {...form.field('country')} label={words.country} choices={countryChoices(language)} />
          <Select
            {...form.field('currency')}
            label={words.currency}
            hint={words.currencyHint}
            choices={currencies}
          />
          <Button type="submit" wide busy={form.busy}>
            {create.act}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
