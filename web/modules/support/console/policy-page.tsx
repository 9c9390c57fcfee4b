import type { z } from 'zod';
import type { ClientTier } from '../../../../server/modules/organizations/tier-contract.ts';
import type { Client } from '../../../../server/modules/organizations/contract.ts';
import type { TicketForm } from '../../../../server/modules/support/contract.ts';
import type {
  calendarList,
  policyList,
  productList,
} from '../../../../server/modules/support/sla-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { Finder } from '../../../kernel/forms/finder.tsx';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskLevels } from '../text/desk-levels.ts';
import { useText } from '../text/desk.ts';
import { ChooseSome } from './levels/choose-some.tsx';
import { WorkedExample } from './levels/example.tsx';
import * as choices from './levels/policy-form.ts';

const base = '/api/console/service-levels';
const figure = (name: string) => `minutes.${name}`;

/** What is promised, to whom, and who hears of it when it is nearly over. */
export function Page({ policyId }: { policyId: string }) {
  const { policy: words, title } = useDeskLevels();
  const { priorities, kinds } = useText();
  const format = useFormat();
  const policy = useData<z.output<typeof policyList>>(`${base}/policies`).items.find(
    ({ id }) => id === policyId,
  );
  const calendars = useData<z.output<typeof calendarList>>(`${base}/calendars`).items;
  const products = useData<z.output<typeof productList>>(`${base}/products`).items;
  const tiers = useData<{ items: ClientTier[] }>('/api/console/client-tiers').items;
  const { queues } = useData<TicketForm>('/api/console/tickets/form');
  const form = useForm<choices.Values, unknown>({
    initial: choices.valuesOf(policy, calendars[0]?.id ?? ''),
    check: ({ nameId, nameEn, minutes, warnPercent, creditPercent, creditGoals }) => ({
      ...(nameId.trim() ? {} : { nameId: words.nameMissing }),
      ...(nameEn.trim() ? {} : { nameEn: words.nameMissing }),
      ...(warnPercent.trim() === '' || /^[1-9]\d?$/.test(warnPercent.trim())
        ? {}
        : { warnPercent: words.percent }),
      ...(creditPercent.trim() === '' || /^([1-9]\d?|100)$/.test(creditPercent.trim())
        ? {}
        : { creditPercent: words.creditPercent }),
      ...(creditPercent.trim() !== '' && creditGoals.length === 0 ? { creditGoals: words.creditGoals } : {}),
      ...Object.fromEntries(
        choices.priorities.flatMap((one) =>
          choices.goals
            .filter((goal) => Number.isNaN(choices.minutesIn(minutes[one][goal])))
            .map((goal) => [figure(`${one}.${goal}`), words.number]),
        ),
      ),
    }),
    send: (values, key) =>
      policy
        ? api.put(`${base}/policies/${policy.id}`, choices.bodyOf(values), policy.version)
        : api.post(`${base}/policies`, choices.bodyOf(values), key),
    refresh: [base],
    done: () => {
      toast({ words: words.saved });
      goTo(to.serviceLevels());
    },
  });
  const { minutes, organizations } = form.values;
  const offered = tiers.filter(({ id, archived }) => !archived || form.values.tiers.includes(id));
  const some = (name: 'products' | 'queues' | 'tiers') => ({
    name,
    values: form.values[name],
    onValues: (values: string[]) => form.set({ [name]: values }),
  });
  return (
    <>
      <PageHeader
        title={policy ? format.words(policy.titles) : words.fresh}
        crumbs={[{ label: title, to: to.serviceLevels() }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card className="max-w-3xl">
          <Form form={form} label={words.title}>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                {...form.field('nameId')}
                label={words.nameId}
                hint={words.nameHint}
                maxLength={80}
                autoComplete="off"
              />
              <TextField {...form.field('nameEn')} label={words.nameEn} maxLength={80} autoComplete="off" />
            </div>
            <Select
              {...form.field('calendarId')}
              label={words.calendar}
              choices={calendars.map(({ id, name, zone }) => ({ value: id, label: `${name}, ${zone}` }))}
            />
            <Checkbox {...form.field('active')} label={words.active} hint={words.activeHint} />
            <Checkbox {...form.field('shown')} label={words.shown} hint={words.shownHint} />
            <FieldSet label={words.times} hint={words.timesHint}>
              {choices.priorities.map((one) => (
                <FieldSet key={one} label={priorities[one]}>
                  <div className="grid grid-cols-3 items-end gap-3">
                    {choices.goals.map((goal) => (
                      <TextField
                        key={goal}
                        name={figure(`${one}.${goal}`)}
                        label={words.short[goal]}
                        value={minutes[one][goal]}
                        error={form.errors[figure(`${one}.${goal}`)]}
                        inputMode="numeric"
                        autoComplete="off"
                        onValue={(text) =>
                          form.set({ minutes: { ...minutes, [one]: { ...minutes[one], [goal]: text } } })
                        }
                        required={false}
                      />
                    ))}
                  </div>
                </FieldSet>
              ))}
            </FieldSet>
            <FieldSet label={words.whom} hint={words.whomHint}>
              {organizations.length > 0 && (
                <ul className="mb-2 flex flex-wrap gap-1.5" aria-label={words.organizations}>
                  {organizations.map(({ id, name }) => (
                    <li key={id}>
                      <Button
                        weight="secondary"
                        icon="close"
                        aria-label={words.remove(name)}
                        onClick={() =>
                          form.set({ organizations: organizations.filter((one) => one.id !== id) })
                        }
                      >
                        {name}
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
              <Finder<Client>
                key={organizations.length}
                name="organization"
                label={words.addClient}
                hint={words.clientHint}
                words={{ change: words.another, none: words.noClient }}
                url="/api/console/clients"
                read={({ id, name, billingEmail }) => ({ id, name, detail: billingEmail })}
                chosen={null}
                error={form.errors.organizations}
                onChoose={(row) => {
                  if (row && !organizations.some(({ id }) => id === row.id))
                    form.set({ organizations: [...organizations, { id: row.id, name: row.name }] });
                }}
              />
            </FieldSet>
            {offered.length > 0 && (
              <ChooseSome
                {...some('tiers')}
                label={words.tiers}
                choices={offered.map(({ id, titles }) => ({ value: id, label: format.words(titles) }))}
              />
            )}
            {products.length > 0 && (
              <ChooseSome
                {...some('products')}
                label={words.products}
                choices={products.map(({ id, names }) => ({ value: id, label: format.words(names) }))}
              />
            )}
            <ChooseSome
              {...some('queues')}
              label={words.queues}
              choices={queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) }))}
            />
            <ChooseSome
              name="priorities"
              label={words.priorities}
              values={form.values.priorities}
              onValues={(values) => form.set({ priorities: values })}
              choices={choices.priorities.map((value) => ({ value, label: priorities[value] }))}
            />
            <ChooseSome
              name="kinds"
              label={words.kinds}
              values={form.values.kinds}
              onValues={(values) => form.set({ kinds: values })}
              choices={choices.kinds.map((value) => ({ value, label: kinds[value] }))}
            />
            <ChooseSome
              name="pauses"
              label={words.pauses}
              values={form.values.pauses}
              onValues={(values) => form.set({ pauses: values })}
              choices={choices.pausing.map((value) => ({ value, label: words.pausing[value] }))}
            />
            <TextField
              {...form.field('warnPercent')}
              label={words.warn}
              hint={words.warnHint}
              inputMode="numeric"
              optional
            />
            <ChooseSome
              name="tellWarning"
              label={words.tellWarning}
              values={form.values.tellWarning}
              onValues={(values) => form.set({ tellWarning: values })}
              choices={choices.told.map((value) => ({ value, label: words.tell[value] }))}
            />
            <ChooseSome
              name="tellBreach"
              label={words.tellBreach}
              values={form.values.tellBreach}
              onValues={(values) => form.set({ tellBreach: values })}
              choices={choices.told.map((value) => ({ value, label: words.tell[value] }))}
            />
            <TextField
              {...form.field('creditPercent')}
              label={words.credit}
              hint={words.creditHint}
              inputMode="numeric"
              optional
            />
            {form.values.creditPercent.trim() !== '' && (
              <ChooseSome
                name="creditGoals"
                label={words.creditFor}
                error={form.errors.creditGoals}
                values={form.values.creditGoals}
                onValues={(values) => form.set({ creditGoals: values })}
                choices={choices.goals.map((value) => ({ value, label: words.short[value] }))}
              />
            )}
            <FormActs>
              <Button type="submit" busy={form.busy}>
                {words.save}
              </Button>
            </FormActs>
          </Form>
        </Card>
        <div className="lg:sticky lg:top-17">
          <WorkedExample
            calendar={form.values.calendarId}
            first={minutes.normal.first}
            resolution={minutes.normal.resolution}
          />
        </div>
      </div>
    </>
  );
}
