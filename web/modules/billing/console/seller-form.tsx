import type { BillingSettings } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { settingsUrl } from './settings-url.ts';

const mostAccounts = 8;

/** Who sells: what stands on every document, and where to transfer to. */
export function SellerForm({ value, version }: BillingSettings['seller']) {
  const { settings: words } = useText();
  const text = useKernelText();
  const { signer, ...rest } = value;
  const form = useForm({
    initial: { ...rest, signerName: signer.name, signerRole: signer.role },
    send: ({ signerName, signerRole, transfer, ...same }) =>
      api.put(
        `${settingsUrl}/seller`,
        {
          ...same,
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
