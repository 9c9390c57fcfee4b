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
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { countryChoices } from '../../../ui/countries.ts';
import { BillingFields, CompanyFields, detailsOf } from '../details-fields.tsx';
import { OwnershipOffered } from './ownership.tsx';

export function Page() {
  const { organization: words, directory, domains, group, keys } = useText();
  const { api: base, to } = useOrganization();
  const organization = useData<Organization>(base, 'organizations.organization');
  const mayChange = useCan('organizations.organization.change');
  const mayMakeKeys = useCan('organizations.keys.own');
  const mayManageDomains = useCan('organizations.domains.manage');
  const mayConnect = useCan('directory.settings.manage');
  return (
    <>
      <PageHeader title={words.title} lead={mayChange ? words.lead : words.readOnly} />
      <div className="mb-4 empty:hidden">
        <OwnershipOffered />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        {mayChange ? <Details organization={organization} /> : <ReadOnly organization={organization} />}
        <div className="flex flex-col gap-4">
          <Card>
            <DefinitionList
              facts={[
                { term: words.currency, value: organization.currency },
                organization.pays === 'parent' && { term: group.payer, value: group.above },
                { term: words.since, value: <Time value={organization.createdAt} style="date" /> },
              ]}
            />
          </Card>
          <Slot name="organization.sections" with={{}} />
          {mayMakeKeys && (
            <Card title={keys.title}>
              <p className="mb-3 text-body text-muted">{keys.cardLead}</p>
              <LinkButton to={to.keys()} weight="secondary">
                {keys.open}
              </LinkButton>
            </Card>
          )}
          {mayManageDomains && (
            <Card title={domains.title}>
              <p className="mb-3 text-body text-muted">{domains.cardLead}</p>
              <LinkButton to={to.domains()} weight="secondary">
                {domains.open}
              </LinkButton>
            </Card>
          )}
          {mayConnect && (
            <Card title={directory.title}>
              <p className="mb-3 text-body text-muted">{directory.cardLead}</p>
              <LinkButton to={to.directory()} weight="secondary">
                {directory.open}
              </LinkButton>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

function Details({ organization }: { organization: Organization }) {
  const { organization: words } = useText();
  const text = useKernelText();
  const { api: base } = useOrganization();
  const form = useForm({
    initial: detailsOf(organization),
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
        <CompanyFields form={form} />
      </Card>
      <Card title={words.billing}>
        <BillingFields form={form} hasParent={organization.hasParent} />
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
