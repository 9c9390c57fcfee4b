import { useState } from 'react';
import type { Shown, StaffOffer } from '../../../../server/modules/offers/contract.ts';
import type { Client } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Finder, type Found } from '../../../kernel/forms/finder.tsx';
import { type Form as FormState, useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useAnswer } from '../../../kernel/query/use-answer.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx';
import { OfferSums } from '../shared/offer-sums.tsx';
import { useDeskText } from '../text/desk.ts';
import { AddPlan } from './add-plan.tsx';
import { OfferLineFields } from './offer-line-fields.tsx';
import { type Values, freeLine, linesOf, planLine, problemsOf } from './offer-values.ts';

const base = '/api/console/offers';
const readClient = ({ id, name, billingEmail }: Client): Found => ({ id, name, detail: billingEmail });
const currencies = ['IDR', 'USD', 'SGD', 'EUR'];

/** A draft to write, or to change. */
export function OfferForm({ offer, initial }: { offer: StaffOffer | null; initial: Values }) {
  const { form: words } = useDeskText();
  const form: FormState<Values> = useForm<Values, StaffOffer>({
    initial,
    check: (values) => problemsOf(values, words),
    send: (
      { whom, client: chosen, name, email, language, validUntil, lines, title, introduction, terms },
      key,
    ) => {
      const isClient = whom === 'client';
      const body = {
        client: isClient ? chosen : null,
        prospect: isClient ? null : { name, email, locale: language },
        currency,
        title,
        introduction,
        terms,
        validUntil,
        lines: linesOf(lines),
      };
      return offer
        ? api.put<StaffOffer>(`${base}/${offer.id}`, body, offer.version)
        : api.post<StaffOffer>(base, body, key);
    },
    refresh: [base],
    done: ({ id }) => {
      toast({ words: words.saved });
      goTo(consolePaths.offer(id));
    },
  });
  const { values } = form;
  const { data: client } = useSideData<Client>(
    values.whom === 'client' && values.client
      ? `/api/console/clients/${encodeURIComponent(values.client)}`
      : null,
  );
  const currency: string = (values.whom === 'client' && client?.currency) || values.currency || 'IDR';
  const lines = linesOf(values.lines);
  const { answer: preview } = useAnswer<Shown>(
    '/api/console/offers/preview',
    lines.length === 0 ? null : { client: client?.id ?? null, currency, lines },
  );
  return (
    <Form form={form}>
      <Whom form={form} client={client ?? null} currency={currency} />
      <Card>
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
            <TextField {...form.field('title')} label={words.title} maxLength={200} />
            <TextField {...form.field('validUntil')} type="date" label={words.validUntil} />
          </div>
          <TextArea
            {...form.field('introduction')}
            label={words.introduction}
            rows={4}
            maxLength={5000}
            optional
          />
        </div>
      </Card>
      <Lines form={form} currency={currency} preview={preview} />
      <Card>
        <TextArea {...form.field('terms')} label={words.terms} rows={4} maxLength={10000} optional />
      </Card>
      <Card title={words.preview}>
        <div aria-live="polite">
          {preview ? (
            <OfferSums shown={preview} />
          ) : (
            <p className="text-body text-muted">{words.noPreview}</p>
          )}
        </div>
      </Card>
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.save}
        </Button>
      </FormActs>
    </Form>
  );
}

function Whom({
  form,
  client,
  currency,
}: {
  form: FormState<Values>;
  client: Client | null;
  currency: string;
}) {
  const { form: words } = useDeskText();
  const isClient = form.values.whom === 'client';
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <RadioCards
          {...form.field('whom')}
          label={words.whom}
          columns={2}
          choices={(['client', 'prospect'] as const).map((value) => ({
            value,
            label: words.kinds[value],
            hint: words.kindHints[value],
          }))}
        />
        {isClient ? (
          <Finder<Client>
            name="client"
            label={words.findClient}
            hint={words.clientHint}
            words={{ change: words.change, none: words.noClient }}
            url="/api/console/clients"
            read={readClient}
            chosen={client && readClient(client)}
            error={form.errors['client']}
            onChoose={(row) => form.set({ client: row?.id ?? '' })}
          />
        ) : (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              {...form.field('name')}
              error={form.errors['prospect.name']}
              label={words.name}
              maxLength={200}
            />
            <TextField
              {...form.field('email')}
              error={form.errors['prospect.email']}
              type="email"
              label={words.email}
              maxLength={254}
            />
            <Select
              {...form.field('language')}
              label={words.language}
              choices={(['id', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
            />
            <Select
              {...form.field('currency')}
              value={currency}
              label={words.currency}
              choices={[...new Set([currency, ...currencies])].map((value) => ({ value, label: value }))}
            />
          </div>
        )}
      </div>
    </Card>
  );
}

function Lines({
  form,
  currency,
  preview,
}: {
  form: FormState<Values>;
  currency: string;
  preview: Shown | null;
}) {
  const { form: words } = useDeskText();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const { lines } = form.values;
  const key = Math.max(0, ...lines.map((line) => line.key)) + 1;
  const nameOf = (index: number) => {
    const line = lines[index]!;
    if (line.kind === 'free') return line.id || words.line(index + 1);
    const nth = linesOf(lines.slice(0, index)).filter(({ kind }) => kind === 'plan').length;
    const names = preview?.plans[nth];
    return names ? format.words(names) : words.line(index + 1);
  };
  return (
    <Card title={words.lines}>
      {form.errors['lines'] && <p className="mb-3 text-body text-danger">{form.errors['lines']}</p>}
      <div className="flex flex-col divide-y divide-line">
        {lines.map((line, index) => (
          <OfferLineFields
            key={line.key}
            name={nameOf(index)}
            line={line}
            number={index + 1}
            currency={currency}
            errors={form.errors}
            onChange={(changed) =>
              form.set({ lines: lines.map((one) => (one.key === line.key ? changed : one)) })
            }
            onRemove={() => form.set({ lines: lines.filter((one) => one.key !== line.key) })}
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button weight="secondary" icon="plus" onClick={() => setAdding(true)}>
          {words.addPlan}
        </Button>
        <Button weight="secondary" icon="plus" onClick={() => form.set({ lines: [...lines, freeLine(key)] })}>
          {words.addFree}
        </Button>
      </div>
      {adding && (
        <AddPlan
          currency={currency}
          client={form.values.whom === 'client' && form.values.client ? form.values.client : null}
          onClose={() => setAdding(false)}
          onAdd={(item) => {
            setAdding(false);
            form.set({ lines: [...lines, planLine(key, item)] });
          }}
        />
      )}
    </Card>
  );
}
