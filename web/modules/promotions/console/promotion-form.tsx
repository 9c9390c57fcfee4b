import type { Goods, PromotionShape } from '../../../../server/modules/promotions/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { AmountsField } from './amounts-field.tsx';
import { GoodsField } from './goods-field.tsx';
import { type Values, emptyValues, problemsOf, termsOf, valuesOf } from './promotion-values.ts';

const base = '/api/console/promotions';
const cycleNames = [
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
  'biennial',
  'triennial',
  'one_time',
] as const;

/** A promotion to make, or one there is. */
export function PromotionForm({ promotion }: { promotion: PromotionShape | null }) {
  const { form: words, triggers, triggerHints, trigger, cycles } = useText();
  const goods = useData<Goods>(`${base}/goods`);
  const form = useForm<Values, PromotionShape>({
    initial: promotion ? valuesOf(promotion) : emptyValues,
    check: (values) => problemsOf(values, words),
    send: (values, key) =>
      promotion
        ? api.put<PromotionShape>(`${base}/${promotion.id}`, termsOf(values), promotion.version)
        : api.post<PromotionShape>(
            base,
            {
              ...termsOf(values),
              trigger: values.trigger,
              code: values.trigger === 'code' && values.code.trim() ? values.code : null,
            },
            key,
          ),
    refresh: [base],
    done: ({ id }) => {
      toast({ words: words.saved });
      goTo(consolePaths.promotion(id));
    },
  });
  const { values } = form;
  const named = <Key extends string>(names: Record<Key, string>, hints?: Record<Key, string>) =>
    (Object.keys(names) as Key[]).map((value) => ({
      value,
      label: names[value],
      ...(hints && { hint: hints[value] }),
    }));
  return (
    <Form form={form}>
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...form.field('nameId')}
            error={form.errors['nameId'] ?? form.errors['name.id']}
            label={words.nameId}
            maxLength={120}
          />
          <TextField {...form.field('nameEn')} label={words.nameEn} maxLength={120} optional />
          {!promotion && (
            <>
              <div className="sm:col-span-2">
                <RadioCards
                  {...form.field('trigger')}
                  label={trigger}
                  columns={2}
                  choices={named(triggers, triggerHints)}
                />
              </div>
              {values.trigger === 'code' && (
                <TextField
                  {...form.field('code')}
                  label={words.code}
                  hint={words.codeHint}
                  maxLength={40}
                  autoCapitalize="characters"
                  spellCheck={false}
                  optional
                />
              )}
            </>
          )}
        </div>
      </Card>
      <Card title={words.what}>
        <div className="flex flex-col gap-4">
          <RadioCards
            {...form.field('kind')}
            label={words.kind}
            columns={2}
            choices={named(words.kinds, words.kindHints)}
          />
          {values.kind === 'percent' ? (
            <TextField
              {...form.field('percent')}
              label={words.percent}
              inputMode="decimal"
              className="sm:max-w-48"
            />
          ) : (
            <>
              <AmountsField {...form.field('amounts')} label={words.amountIn} />
              <p className="text-13 text-muted">{words.amountsHint}</p>
            </>
          )}
          <Checkbox {...form.field('coversSetup')} label={words.setup} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select {...form.field('duration')} label={words.duration} choices={named(words.durations)} />
            {values.duration === 'some' && (
              <TextField {...form.field('periods')} label={words.count} inputMode="numeric" maxLength={3} />
            )}
          </div>
        </div>
      </Card>
      <Card title={words.where}>
        <p className="mb-2 text-body text-muted">{words.whereHint}</p>
        <GoodsField goods={goods} value={values.meant} onValue={(meant) => form.set({ meant })} />
        <fieldset className="mt-4">
          <legend className="text-body font-medium">{words.cycles}</legend>
          <p className="text-13 text-muted">{words.cyclesHint}</p>
          <div className="flex flex-wrap gap-x-6">
            {cycleNames.map((cycle) => (
              <Checkbox
                key={cycle}
                name={`cycle.${cycle}`}
                label={cycles[cycle]}
                value={values.cycles.includes(cycle)}
                onValue={(on) =>
                  form.set({
                    cycles: on ? [...values.cycles, cycle] : values.cycles.filter((one) => one !== cycle),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      </Card>
      <Card title={words.who}>
        <div className="flex flex-col gap-4">
          <Checkbox {...form.field('newClients')} label={words.newClients} hint={words.newClientsHint} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField {...form.field('startsOn')} type="date" label={words.startsOn} optional />
            <TextField {...form.field('endsOn')} type="date" label={words.endsOn} optional />
            <TextField
              {...form.field('most')}
              label={words.most}
              hint={words.optionalLimit}
              inputMode="numeric"
              optional
            />
            <TextField
              {...form.field('mostEach')}
              label={words.mostEach}
              hint={words.optionalLimit}
              inputMode="numeric"
              optional
            />
          </div>
          <fieldset>
            <legend className="mb-2 text-body font-medium">{words.minimums}</legend>
            <AmountsField {...form.field('minimums')} label={words.minimumIn} />
          </fieldset>
          <RadioCards
            {...form.field('stacking')}
            label={words.stacking}
            columns={2}
            choices={named(words.stackings, words.stackingHints)}
          />
        </div>
      </Card>
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {promotion ? words.save : words.add}
        </Button>
      </FormActs>
    </Form>
  );
}
