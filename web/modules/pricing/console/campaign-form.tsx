import type { CatalogProduct, CatalogTree } from '../../../../server/modules/catalog/contract.ts';
import type { PriceCampaign, PricePreview } from '../../../../server/modules/pricing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm, type Form as FormOf } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useAnswer } from '../../../kernel/query/use-answer.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { countryChoices, currencyChoices } from '../../../ui/countries.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';
import { Left, useAffectedColumns } from './affected-table.tsx';
import { type Values, bodyOf, hundredthsOf, lacksCurrency } from './campaign-values.ts';
import { Sums } from './sums.tsx';

const base = '/api/console/pricing/campaigns';
const cycles = ['monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial'] as const;
const steps = ['1', '100', '500', '1000', '5000', '10000'];

/** Prepares new prices: whose, to what, when, and in which words; beside it what that comes to. */
export function CampaignForm({
  tree,
  initial,
  campaign,
}: {
  tree: CatalogTree;
  initial: Values;
  campaign: PriceCampaign | null;
}) {
  const { form: words } = useText();
  const missing = useKernelText().fieldProblems.required;
  const form = useForm({
    initial,
    check: (values) => ({
      ...(values.name.trim() === '' && { name: missing }),
      ...(values.effectiveOn === '' && { effectiveOn: missing }),
      ...(values.optOut === 'keep' && values.keepUntil === '' && { keepUntil: missing }),
      ...(values.plans.length === 0 && { plans: words.noPlans }),
      ...(values.kind === 'percent' && hundredthsOf(values.percent) === null && { percent: words.badNumber }),
      ...(values.kind === 'amount' && values.amount === null && { amount: words.badNumber }),
      ...(lacksCurrency(values) && { currency: words.amountCurrency }),
    }),
    send: (values, key) =>
      campaign
        ? api.patch<PriceCampaign>(`${base}/${campaign.id}`, bodyOf(values), campaign.version)
        : api.post<PriceCampaign>(base, bodyOf(values), key),
    refresh: [base],
    done: ({ id }) => {
      toast({ words: words.saved });
      goTo(to.prices(id));
    },
  });
  return (
    <Form form={form}>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Whose form={form} tree={tree} />
          <NewPrice form={form} />
          <When form={form} />
          <Words form={form} />
        </div>
        <Outcome form={form} />
      </div>
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {words.save}
        </Button>
      </FormActs>
    </Form>
  );
}

interface PartProps {
  form: FormOf<Values>;
}

function Whose({ form, tree }: PartProps & { tree: CatalogTree }) {
  const { form: words, cycles: names, name, nameHint } = useText();
  const format = useFormat();
  const language = locale.use();
  const { product, plans } = form.values;
  const products = tree.groups.flatMap((group) => group.products);
  const { data } = useSideData<CatalogProduct>(product ? `/api/console/catalog/products/${product}` : null);
  const none = (label: string) => ({ value: '' as const, label });
  return (
    <Card title={words.whose}>
      <div className="flex flex-col gap-4">
        <TextField {...form.field('name')} label={name} hint={nameHint} maxLength={120} />
        <Select
          name="product"
          label={words.product}
          value={product}
          error={product === '' ? form.errors['plans'] : undefined}
          onValue={(chosen) => form.set({ product: chosen, plans: [], excluded: [] })}
          choices={[
            none(words.chooseProduct),
            ...products.map((of) => ({ value: of.id, label: format.words(of.name) })),
          ]}
        />
        {data && (
          <fieldset>
            <legend className="mb-1 text-body font-medium">{words.plans}</legend>
            {data.plans.map((plan) => (
              <Checkbox
                key={plan.id}
                name={plan.id}
                label={format.words(plan.name)}
                value={plans.includes(plan.id)}
                onValue={(on) =>
                  form.set({ plans: on ? [...plans, plan.id] : plans.filter((id) => id !== plan.id) })
                }
              />
            ))}
            {form.errors.plans && (
              <p className="text-13 text-danger" role="alert">
                {form.errors.plans}
              </p>
            )}
          </fieldset>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            {...form.field('cycle')}
            label={words.cycle}
            choices={[none(words.anyCycle), ...cycles.map((value) => ({ value, label: names[value] }))]}
          />
          <Select
            {...form.field('currency')}
            label={words.currency}
            choices={[none(words.anyCurrency), ...currencyChoices]}
          />
          <Select
            {...form.field('country')}
            label={words.country}
            choices={[none(words.anyCountry), ...countryChoices(language)]}
          />
          <TextField
            {...form.field('soldBefore')}
            type="date"
            label={words.soldBefore}
            hint={words.soldBeforeHint}
            optional
          />
        </div>
      </div>
    </Card>
  );
}

function NewPrice({ form }: PartProps) {
  const { form: words } = useText();
  const format = useFormat();
  const { kind, amount, currency } = form.values;
  const shown = currency || 'IDR';
  return (
    <Card title={words.price}>
      <div className="flex flex-col gap-4">
        <RadioCards
          {...form.field('kind')}
          label={words.reckoned}
          choices={(['version', 'percent', 'amount'] as const).map((value) => ({
            value,
            ...words.kinds[value],
          }))}
        />
        {kind === 'percent' && (
          <TextField
            {...form.field('percent')}
            label={words.percent}
            hint={words.percentHint}
            inputMode="decimal"
          />
        )}
        {kind === 'amount' && (
          <MoneyField
            name="amount"
            label={words.amount}
            currency={shown}
            value={amount === null ? null : { amount, currency: shown }}
            onValue={(value) => form.set({ amount: value?.amount ?? null })}
            error={form.errors.amount}
          />
        )}
        {kind !== 'version' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              {...form.field('to')}
              label={words.rounding}
              choices={steps.map((value) => ({
                value,
                label: format.money({ amount: Number(value), currency: shown }),
              }))}
            />
            <Select
              {...form.field('how')}
              label={words.how}
              choices={(['nearest', 'up', 'down'] as const).map((value) => ({
                value,
                label: words.ways[value],
              }))}
            />
          </div>
        )}
      </div>
    </Card>
  );
}

function When({ form }: PartProps) {
  const { form: words } = useText();
  return (
    <Card title={words.when}>
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('effectiveOn')}
            type="date"
            label={words.effectiveOn}
            hint={words.effectiveHint}
          />
          <TextField
            {...form.field('noticeDays')}
            label={words.noticeDays}
            hint={words.noticeHint}
            inputMode="numeric"
          />
        </div>
        <RadioCards
          {...form.field('optOut')}
          label={words.optOut}
          choices={(['cancel', 'keep'] as const).map((value) => ({ value, ...words.optOuts[value] }))}
        />
        {form.values.optOut === 'keep' && (
          <TextField {...form.field('keepUntil')} type="date" label={words.keepUntil} />
        )}
      </div>
    </Card>
  );
}

function Words({ form }: PartProps) {
  const { form: words } = useText();
  return (
    <Card title={words.words}>
      <div className="flex flex-col gap-4">
        <p className="text-13 text-muted">{words.wordsHint}</p>
        <TextArea {...form.field('id')} label={words.inIndonesian} rows={4} maxLength={2000} />
        <TextArea {...form.field('en')} label={words.inEnglish} rows={4} maxLength={2000} />
      </div>
    </Card>
  );
}

function Outcome({ form }: PartProps) {
  const { form: words, preview: of } = useText();
  const { excluded } = form.values;
  const asked = previewable(form.values);
  const { answer: preview, problem } = useAnswer<PricePreview>('/api/console/pricing/preview', asked);
  const columns = useAffectedColumns(false, (row) => {
    const out = excluded.includes(row.serviceId);
    return (
      <Button
        weight="quiet"
        onClick={() =>
          form.set({
            excluded: out ? excluded.filter((id) => id !== row.serviceId) : [...excluded, row.serviceId],
          })
        }
      >
        {out ? of.takeIn : of.leaveOut}
      </Button>
    );
  });
  return (
    <Card title={words.preview} className="xl:sticky xl:top-4">
      <div aria-live="polite">
        {preview ? (
          <>
            <Sums sums={preview.sums} />
            <Left left={preview.left} />
          </>
        ) : (
          <p className="text-body text-muted">
            {problem
              ? problemWords(problem)
              : lacksCurrency(form.values)
                ? words.amountCurrency
                : words.previewHint}
          </p>
        )}
      </div>
      {preview && preview.items.length > 0 && (
        <div className="-mx-4 mt-4 sm:-mx-5">
          <DataTable
            caption={of.title}
            rows={preview.items.slice(0, 20)}
            columns={columns.filter(({ key }) => key !== 'on')}
            rowKey={(row) => row.serviceId}
            dense
          />
        </div>
      )}
    </Card>
  );
}

/** What can be looked at before the name and the words are there. */
function previewable(values: Values): object | null {
  const body = bodyOf({ ...values, name: '-', id: '-', en: '-', optOut: 'cancel', keepUntil: '' });
  return body && values.effectiveOn ? body : null;
}
