import type { DunningTimelines } from '../../../../server/modules/billing/dunning-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';
import { settingsUrl } from './settings-url.ts';
import { SumsField } from './sums-field.tsx';
import { timelinesUrl } from './timeline-values.ts';
import { isDays } from './whole-days.ts';

const percent = (share: number) => String(share / 100);
/** '1,5' percent as hundredths of one; NaN where it is no number of at most two decimals. */
const shareOf = (typed: string) =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(typed.trim())
    ? Math.round(Number(typed.trim().replace(',', '.')) * 100)
    : NaN;
const shares = ['share', 'mostShare', 'legalShare'] as const;

/** What paying late costs, where a timeline asks for it. */
export function LateFeesForm({ value, version }: DunningTimelines['lateFees']) {
  const { fees: words } = useCollectionsText();
  const form = useForm({
    initial: {
      way: value.way as 'flat' | 'percent',
      share: percent(value.share),
      mostShare: percent(value.mostShare),
      legalShare: percent(value.legalShare),
      everyDays: String(value.everyDays ?? ''),
      flat: value.flat as readonly Money[],
      most: value.most as readonly Money[],
      taxable: value.taxable,
    },
    check: (now) => ({
      ...Object.fromEntries(
        shares.filter((name) => Number.isNaN(shareOf(now[name]))).map((name) => [name, words.number]),
      ),
      ...(now.everyDays.trim() === '' || (isDays(now.everyDays) && Number(now.everyDays) >= 7)
        ? {}
        : { everyDays: words.period }),
    }),
    send: ({ way, everyDays, flat, most, taxable, ...typed }) =>
      api.put(
        `${settingsUrl}/late-fees`,
        {
          way,
          everyDays: everyDays.trim() === '' ? null : Number(everyDays),
          flat: flat.filter(({ amount }) => amount > 0),
          most: most.filter(({ amount }) => amount > 0),
          taxable,
          share: shareOf(typed.share),
          mostShare: shareOf(typed.mostShare),
          legalShare: shareOf(typed.legalShare),
        },
        version,
      ),
    refresh: [timelinesUrl],
    done: () => toast({ words: words.saved }),
  });
  const { way } = form.values;
  return (
    <Card title={words.title}>
      <p className="mb-4 max-w-[70ch] text-body text-muted">{words.lead}</p>
      <Form form={form} label={words.title}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            {...form.field('way')}
            label={words.way}
            choices={(['percent', 'flat'] as const).map((one) => ({ value: one, label: words.ways[one] }))}
          />
          <TextField
            {...form.field('everyDays')}
            label={words.everyDays}
            hint={words.everyDaysHint}
            inputMode="numeric"
            optional
          />
          {way === 'percent' && (
            <TextField {...form.field('share')} label={words.share} inputMode="decimal" />
          )}
          <TextField {...form.field('mostShare')} label={words.mostShare} inputMode="decimal" />
          <TextField
            {...form.field('legalShare')}
            label={words.legalShare}
            hint={words.legalHint}
            inputMode="decimal"
          />
        </div>
        {way === 'flat' && (
          <SumsField label={words.flat} value={form.values.flat} onValue={(flat) => form.set({ flat })} />
        )}
        <SumsField label={words.most} value={form.values.most} onValue={(most) => form.set({ most })} />
        <Checkbox {...form.field('taxable')} label={words.taxable} />
        <FormActs>
          <Button type="submit" busy={form.busy} weight="secondary">
            {words.save}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}
