import type { MeterShape } from '../../../../server/modules/catalog/meter-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { BothFields } from '../../catalog/console/both-fields.tsx';
import { useText } from '../text/desk.ts';

const url = '/api/console/catalog/meters';
const aggregations = ['sum', 'max', 'last', 'unique'] as const;
const roundings = ['nearest', 'up', 'down'] as const;

/** Adds a meter, or changes what one is called. */
export function MeterDialog({ meter, onClose }: { meter: MeterShape | null; onClose: () => void }) {
  const { meters: words } = useText();
  const format = useFormat();
  const form = useForm({
    initial: {
      name: meter?.name ?? { id: '', en: '' },
      unit: meter?.unit ?? { id: '', en: '' },
      code: '',
      aggregation: 'sum' as (typeof aggregations)[number],
      decimals: '0',
      rounding: 'nearest' as (typeof roundings)[number],
    },
    send: ({ name, unit, decimals, ...counts }, key) =>
      meter
        ? api.patch(`${url}/${meter.id}`, { name, unit }, meter.version)
        : api.post(url, { name, unit, ...counts, decimals: Number(decimals) }, key),
    refresh: ['/api/console/catalog'],
    done: () => {
      onClose();
      toast({ words: words.saved });
    },
  });
  return (
    <Dialog open wide onClose={onClose} title={meter ? words.edit(format.words(meter.name)) : words.add}>
      <Form form={form}>
        <BothFields {...form.field('name')} label={words.name} />
        <BothFields {...form.field('unit')} label={words.unit} />
        {!meter && (
          <>
            <TextField {...form.field('code')} label={words.code} hint={words.codeHint} spellCheck={false} />
            <RadioCards
              {...form.field('aggregation')}
              label={words.aggregation}
              choices={aggregations.map((value) => ({
                value,
                label: words.aggregations[value],
                hint: words.aggregationHints[value],
              }))}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                {...form.field('decimals')}
                label={words.decimals}
                hint={words.decimalsHint}
                inputMode="numeric"
              />
              <Select
                {...form.field('rounding')}
                label={words.rounding}
                choices={roundings.map((value) => ({ value, label: words.roundings[value] }))}
              />
            </div>
            <p className="text-13 text-muted">{words.fixed}</p>
          </>
        )}
        <Button type="submit" wide busy={form.busy}>
          {meter ? words.save : words.add}
        </Button>
      </Form>
    </Dialog>
  );
}
