import type { Preview, StaffInvoice } from '../../../../server/modules/billing/contract.ts';
import type { Client } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Finder, type Found } from '../../../kernel/forms/finder.tsx';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAnswer } from '../../../kernel/query/use-answer.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/desk-write.ts';
import { LineFields } from './line-fields.tsx';
import { type Line, bodyOf, emptyLine, lineProblems, pricedLines } from './lines.ts';

const readClient = ({ id, name, billingEmail }: Client): Found => ({ id, name, detail: billingEmail });
const currencies = ['IDR', 'USD', 'SGD', 'EUR'];

export function Page() {
  const words = useText();
  const desk = useDeskText();
  const format = useFormat();
  const form = useForm({
    // The currency is the client's until another is chosen.
    initial: {
      client: useSearch().get('client') ?? '',
      currency: '',
      dueOn: '',
      notes: '',
      purchaseOrder: '',
      lines: [emptyLine(0)] as Line[],
    },
    check: ({ client, lines }) => ({
      ...(client ? {} : { client: words.chooseClient }),
      ...lineProblems(lines, words),
    }),
    send: ({ client: organization, dueOn, notes, purchaseOrder, lines }, key) =>
      api.post<StaffInvoice>(
        '/api/console/invoices',
        {
          organization,
          currency,
          notes,
          purchaseOrder: purchaseOrder.trim(),
          ...(dueOn ? { dueOn } : {}),
          lines: lines.map(bodyOf),
        },
        key,
      ),
    refresh: ['/api/console/invoices', '/api/console/ageing'],
    done: ({ id }) => {
      toast({ words: words.issued });
      goTo(consolePaths.invoice(id));
    },
  });
  const { lines } = form.values;
  const { data: client } = useSideData<Client>(
    form.values.client ? `/api/console/clients/${encodeURIComponent(form.values.client)}` : null,
  );
  const currency: string = form.values.currency || client?.currency || 'IDR';
  const priced = pricedLines(lines);
  const { answer: preview } = useAnswer<Preview>(
    '/api/console/invoices/preview',
    priced.length === 0 ? null : { organization: form.values.client || null, currency, lines: priced },
  );
  const setLine = (index: number, change: Partial<Line>) =>
    form.set({ lines: lines.map((line, at) => (at === index ? { ...line, ...change } : line)) });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: consolePaths.invoices() }]}
      />
      <Form form={form}>
        <Card>
          <div className="flex flex-col gap-4">
            <Finder<Client>
              name="client"
              label={words.findClient}
              hint={words.clientHint}
              words={{ change: words.change, none: words.noClient }}
              url="/api/console/clients"
              read={readClient}
              chosen={client && readClient(client)}
              error={form.errors.client}
              onChoose={(row) => form.set({ client: row?.id ?? '', currency: '' })}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <Select
                {...form.field('currency')}
                value={currency}
                label={words.currency}
                choices={[...new Set([currency, ...currencies])].map((value) => ({ value, label: value }))}
              />
              <TextField
                {...form.field('dueOn')}
                type="date"
                label={words.dueOn}
                hint={words.dueOnHint}
                optional
              />
            </div>
          </div>
        </Card>
        <Card title={words.lines}>
          <div className="flex flex-col divide-y divide-line">
            {lines.map((line, index) => (
              <LineFields
                key={line.key}
                line={line}
                number={index + 1}
                currency={currency}
                errors={form.errors}
                onChange={(change) => setLine(index, change)}
                onRemove={
                  lines.length > 1 ? () => form.set({ lines: lines.filter((_, at) => at !== index) }) : null
                }
              />
            ))}
          </div>
          <Button
            weight="secondary"
            icon="plus"
            onClick={() =>
              form.set({ lines: [...lines, emptyLine(Math.max(...lines.map(({ key }) => key)) + 1)] })
            }
          >
            {words.addLine}
          </Button>
        </Card>
        <Card>
          <div className="flex flex-col gap-4">
            <TextField
              {...form.field('purchaseOrder')}
              label={words.purchaseOrder}
              hint={words.purchaseOrderHint}
              maxLength={100}
              optional
            />
            <TextArea {...form.field('notes')} label={words.notes} rows={3} maxLength={2000} optional />
          </div>
          {preview && (
            <dl className="ms-auto mt-4 w-full text-body sm:w-80" aria-live="polite">
              <Sum term={words.subtotal} amount={preview.subtotal} currency={currency} />
              {preview.taxes.map((tax) => (
                <Sum key={tax.label.en} term={format.words(tax.label)} amount={tax.tax} currency={currency} />
              ))}
              <Sum term={words.total} amount={preview.total} currency={currency} strong />
            </dl>
          )}
        </Card>
        <FormActs>
          <Button type="submit" busy={form.busy}>
            {preview && preview.total > 0
              ? words.act(format.money({ amount: preview.total, currency }))
              : words.actEmpty}
          </Button>
        </FormActs>
      </Form>
    </div>
  );
}

function Sum({
  term,
  amount,
  currency,
  strong,
}: {
  term: string;
  amount: number;
  currency: string;
  strong?: boolean;
}) {
  return (
    <div
      className={`flex justify-between gap-4 py-1 ${strong ? 'border-t border-line text-16 font-bold' : ''}`}
    >
      <dt>{term}</dt>
      <dd>
        <MoneyText value={{ amount, currency }} />
      </dd>
    </div>
  );
}
