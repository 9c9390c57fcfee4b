import type { BillingSettings } from '../../../../server/modules/billing/settings-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useSettingsText } from '../text/desk-settings.ts';
import { useTaxText } from '../text/tax.ts';
import { settingsUrl } from './settings-url.ts';

const mostAccounts = 8;

/** Who sells: what stands on every document, and where to transfer to. */
export function SellerForm({ value, version }: BillingSettings['seller']) {
  const words = useSettingsText();
  const taxes = useTaxText();
  const text = useKernelText();
  const { signer, legal, ...rest } = value;
  const form = useForm({
    initial: {
      ...rest,
      signerName: signer.name,
      signerRole: signer.role,
      street: legal.street,
      city: legal.city,
      postalCode: legal.postalCode,
      region: legal.region,
      nitku: legal.nitku,
    },
    send: ({ signerName, signerRole, transfer, street, city, postalCode, region, nitku, ...same }) =>
      api.put(
        `${settingsUrl}/seller`,
        {
          ...same,
          country: same.country.trim().toUpperCase(),
          legal: { ...legal, street, city, postalCode, region, nitku: nitku.trim() },
          signer: { name: signerName, role: signerRole },
          transfer: transfer.filter((row) => row.label.trim() && row.value.trim()),
        },
        version,
      ),
    refresh: [settingsUrl],
    done: () => toast({ words: words.saved }),
  });
  const { transfer } = form.values;
  const setRow = (index: number, change: Partial<(typeof transfer)[number]>) =>
    form.set({ transfer: transfer.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  return (
    <Card title={words.seller}>
      <p className="mb-4 text-body text-muted">{words.sellerLead}</p>
      <Form form={form} label={words.seller}>
        <TextField {...form.field('name')} label={words.name} maxLength={200} autoComplete="organization" />
        <TextArea {...form.field('address')} label={words.address} rows={3} maxLength={1000} optional />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...form.field('taxId')} label={words.taxId} maxLength={40} optional />
          <TextField {...form.field('email')} label={words.email} type="email" maxLength={254} optional />
        </div>
        <FieldSet label={taxes.profile.title} hint={taxes.profile.partsHint}>
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              {...form.field('country')}
              label={taxes.settings.showCountry}
              hint={taxes.profile.countryHint}
              maxLength={2}
              autoCapitalize="characters"
            />
            <TextField
              {...form.field('nitku')}
              label={taxes.profile.nitku}
              hint={taxes.profile.nitkuHint}
              inputMode="numeric"
              maxLength={22}
              optional
            />
            <TextField {...form.field('street')} label={taxes.profile.street} maxLength={200} optional />
            <TextField
              {...form.field('postalCode')}
              label={taxes.profile.postalCode}
              maxLength={20}
              optional
            />
            <TextField {...form.field('city')} label={taxes.profile.city} maxLength={100} optional />
            <TextField {...form.field('region')} label={taxes.profile.region} maxLength={60} optional />
          </div>
        </FieldSet>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField {...form.field('place')} label={words.place} maxLength={100} optional />
          <TextField {...form.field('signerName')} label={words.signerName} maxLength={200} optional />
          <TextField {...form.field('signerRole')} label={words.signerRole} maxLength={100} optional />
        </div>
        <FieldSet label={words.transfer} hint={words.transferHint} optional>
          {transfer.map((row, index) => (
            <div
              key={index}
              className="grid grid-cols-[1fr_auto] items-end gap-2 sm:grid-cols-[12rem_1fr_auto]"
            >
              <TextField
                className="max-sm:col-span-2"
                name={`transfer.${index}.label`}
                label={words.bank(index + 1)}
                value={row.label}
                maxLength={80}
                onValue={(label) => setRow(index, { label })}
              />
              <TextField
                name={`transfer.${index}.value`}
                label={words.account}
                value={row.value}
                maxLength={200}
                onValue={(next) => setRow(index, { value: next })}
              />
              <IconButton
                icon="trash"
                label={words.removeBank(index + 1)}
                onClick={() => form.set({ transfer: transfer.filter((_, at) => at !== index) })}
              />
            </div>
          ))}
          {transfer.length < mostAccounts && (
            <Button
              weight="secondary"
              icon="plus"
              onClick={() => form.set({ transfer: [...transfer, { label: '', value: '' }] })}
            >
              {words.addBank}
            </Button>
          )}
        </FieldSet>
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {text.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
