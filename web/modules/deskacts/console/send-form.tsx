import type { ClientPanel } from '../../../../server/modules/deskacts/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import type { Invoice } from './asked.ts';

interface Props {
  url: string;
  refresh: readonly string[];
  onDone: () => void;
  chosen: string | null;
  invoices: readonly Invoice[];
  readers: ClientPanel['readers'];
}

/** Which invoice, to whom and in which language. */
export function SendForm({ url, refresh, onDone, chosen, invoices, readers }: Props) {
  const { send: words } = useText();
  const format = useFormat();
  const form = useForm({
    initial: {
      invoiceId: chosen ?? invoices[0]?.id ?? '',
      personId: readers[0]?.id ?? '',
      language: (readers.find(({ id }) => id === null)?.locale ?? 'id') as 'id' | 'en',
    },
    send: ({ personId, ...values }, key) =>
      api.post(`${url}/send-invoice`, { ...values, personId: personId || null }, key),
    refresh,
    done: (_, { invoiceId }) => {
      toast({ words: words.done(invoices.find(({ id }) => id === invoiceId)?.number ?? '') });
      onDone();
    },
  });
  const { personId, language } = form.values;
  const reader = readers.find(({ id }) => (id ?? '') === personId);
  const spoken = personId === '' ? language : (reader?.locale ?? language);
  return (
    <Form form={form}>
      <Select
        {...form.field('invoiceId')}
        label={words.which}
        choices={invoices.map(({ id, number, total }) => ({
          value: id,
          label: `${number}, ${format.money(total)}`,
        }))}
      />
      <Select
        {...form.field('personId')}
        label={words.to}
        choices={readers.map(({ id, name, email }) => ({
          value: id ?? '',
          label: id === null ? words.billing(email) : words.person(name, email),
        }))}
      />
      {personId === '' && (
        <Select
          {...form.field('language')}
          label={words.language}
          choices={(['id', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
        />
      )}
      {reader && <p className="text-13 text-muted">{words.effect(reader.email, words.languages[spoken])}</p>}
      <Button type="submit" icon="mail" wide busy={form.busy}>
        {words.verb}
      </Button>
    </Form>
  );
}
