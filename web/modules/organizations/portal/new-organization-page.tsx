import type { Organization } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths, safeNext } from '../../../kernel/paths.ts';
import { session, usePerson } from '../../../kernel/session/session.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { countryChoices } from '../../../ui/countries.ts';

const currencies = ['IDR', 'USD', 'SGD', 'EUR'];

/** The first step of a new client, and the way to a second organization. */
export function Page() {
  const { create, organization: words } = useText();
  const person = usePerson();
  const first = session.use()?.organizations.length === 0;
  const language = locale.use();
  const names = new Intl.DisplayNames(language, { type: 'currency' });
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
      {first && (
        <div className="mb-4">
          <Slot name="account.beginning" with={{}} />
        </div>
      )}
      <Card>
        <Form form={form}>
          <TextField {...form.field('name')} label={create.name} autoComplete="organization" />
          <Select {...form.field('country')} label={words.country} choices={countryChoices(language)} />
          <Select
            {...form.field('currency')}
            label={words.currency}
            hint={words.currencyHint}
            choices={currencies.map((value) => ({ value, label: `${value} · ${names.of(value)}` }))}
          />
          <Button type="submit" wide busy={form.busy}>
            {create.act}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
