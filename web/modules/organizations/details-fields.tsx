import type { Organization } from '../../../server/modules/organizations/contract.ts';
import type { Form } from '../../kernel/forms/use-form.ts';
import { locale } from '../../kernel/i18n/locale.ts';
import { useKernelText } from '../../kernel/text/index.ts';
import { timeZoneChoices } from '../../kernel/time-zones.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { Select, TextArea, TextField } from '../../ui/inputs.tsx';
import { countryChoices } from '../../ui/countries.ts';
import { useText } from './text/index.ts';

/** What may be changed of an organization, by its own people and by staff. */
export type Details = Pick<
  Organization,
  'name' | 'country' | 'address' | 'billingEmail' | 'taxId' | 'timeZone' | 'locale' | 'closed'
>;

export function detailsOf(organization: Organization): Details {
  const { name, country, address, billingEmail, taxId, timeZone, locale: documents, closed } = organization;
  return { name, country, address, billingEmail, taxId, timeZone, locale: documents, closed };
}

export function CompanyFields({ form }: { form: Form<Details> }) {
  const { organization: words } = useText();
  return (
    <div className="flex flex-col gap-4">
      <TextField {...form.field('name')} label={words.name} autoComplete="organization" />
      <Select
        {...form.field('country')}
        label={words.country}
        choices={countryChoices(locale.use())}
        autoComplete="country"
      />
      <TextArea {...form.field('address')} label={words.address} hint={words.addressHint} rows={3} optional />
    </div>
  );
}

export function BillingFields({ form, hasParent }: { form: Form<Details>; hasParent: boolean }) {
  const { organization: words, group } = useText();
  const text = useKernelText();
  return (
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
      {hasParent && <Checkbox {...form.field('closed')} label={group.closedLabel} hint={group.closedHint} />}
    </div>
  );
}
