import type { Organization } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { renameOrganization } from '../../../kernel/session/session.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { useKernelText } from '../../../kernel/text/index.ts';
import { timeZoneChoices } from '../../../kernel/time-zones.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { countryChoices } from './countries.ts';

export function Page() {
  const { organization: words } = useText();
  const { api: base } = useOrganization();
  const organization = useData<Organization>(base, 'organizations.organization');
  const mayChange = useCan('organizations.organization.change');
  return (
    <>
      <PageHeader title={words.title} lead={mayChange ? words.lead : words.readOnly} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        {mayChange ? <Details organization={organization} /> : <ReadOnly organization={organization} />}
        <div className="flex flex-col gap-4">
          <Card>
            <DefinitionList
              facts={[
                { term: words.currency, value: organization.currency },
                { term: words.since, value: <Time value={organization.createdAt} style="date" /> },
              ]}
            />
          </Card>
          <Slot name="organization.sections" with={{}} />
        </div>
      </div>
    </>
  );
}

function Details({ organization }: { organization: Organization }) {
  const { organization: words } = useText();
  const text = useKernelText();
  const { api: base } = useOrganization();
  const language = locale.use();
  const { name, country, address, billingEmail, taxId, timeZone, locale: documents } = organization;
  const form = useForm({
    initial: { name, country, address, billingEmail, taxId, timeZone, locale: documents },
    send: (values) => api.patch<Organization>(base, values, organization.version),
    refresh: [base],
    done: (saved) => {
      renameOrganization(saved.id, saved.name);
      toast({ words: words.saved });
    },
  });
  return (
    <Form form={form}>
      <Card title={words.company}>
        <div className="flex flex-col gap-4">
          <TextField {...form.field('name')} label={words.name} autoComplete="organization" />
          <Select
            {...form.field('country')}
            label={words.country}
            choices={countryChoices(language)}
            autoComplete="country"
          />
          <TextArea
            {...form.field('address')}
            label={words.address}
            hint={words.addressHint}
            rows={3}
            optional
          />
        </div>
      </Card>
      <Card title={words.billing}>
        <div className="flex flex-col gap-4">
          <TextField
            {...form.field('billingEmail')}
            label={words.billingEmail}
            hint={words.billingEmailHint}
            type="email"
            inputMode="email"
            autoComplete="email"
          />
          <TextField
            {...form.field('taxId')}
            label={words.taxId}
            hint={words.taxIdHint}
            inputMode="numeric"
            optional
          />
          <Select
            {...form.field('timeZone')}
            label={words.timeZone}
            hint={words.timeZoneHint}
            choices={timeZoneChoices(form.values.timeZone)}
          />
          <Select
            {...form.field('locale')}
            label={words.locale}
            choices={(['id', 'en'] as const).map((value) => ({ value, label: text.languages[value] }))}
          />
        </div>
      </Card>
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {text.save}
        </Button>
      </FormActs>
    </Form>
  );
}

function ReadOnly({ organization }: { organization: Organization }) {
  const { organization: words } = useText();
  const country = countryChoices(locale.use()).find((one) => one.value === organization.country);
  return (
    <Card>
      <DefinitionList
        facts={[
          { term: words.name, value: organization.name },
          { term: words.country, value: country?.label ?? organization.country },
          organization.address !== '' && {
            term: words.address,
            value: <span className="whitespace-pre-line">{organization.address}</span>,
          },
          { term: words.billingEmail, value: organization.billingEmail },
          organization.taxId !== '' && { term: words.taxId, value: organization.taxId },
        ]}
      />
    </Card>
  );
}
