import type { ExchangeRates } from '../../../../server/modules/billing/tax-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useTaxText } from '../text/tax.ts';

const url = '/api/console/exchange-rates';

/** What other currencies are worth in that of the books. */
export function ExchangeRatesCard({ rates }: { rates: ExchangeRates }) {
  const { settings: words } = useTaxText();
  const format = useFormat();
  const form = useForm({
    initial: { currency: 'USD', day: '', rate: '', source: '' },
    send: ({ currency, rate, ...same }, key) =>
      api.post<ExchangeRates>(
        url,
        { ...same, currency: currency.trim().toUpperCase(), rate: rate.trim().replace(',', '.') },
        key,
      ),
    refresh: [url],
    done: () => toast({ words: words.rateAdded }),
  });
  return (
    <Card title={words.rates}>
      <p className="mb-3 max-w-[70ch] text-body text-muted">{words.ratesLead(rates.accounting)}</p>
      {rates.items.length === 0 ? (
        <p className="mb-4 text-13 text-muted">{words.noRatesHint}</p>
      ) : (
        <ul className="mb-4 divide-y divide-line text-body">
          {rates.items.map(({ currency, day, rate, source }) => (
            <li key={currency + day} className="flex flex-wrap justify-between gap-x-4 py-2 tabular-nums">
              <span>
                1 {currency} = {format.number(Number(rate))} {rates.accounting}
              </span>
              <span className="text-muted">
                {words.since(format.date(day))} · {source}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Form form={form} label={words.addRate}>
        <div className="grid gap-4 sm:grid-cols-4">
          <TextField
            {...form.field('currency')}
            label={words.rateCurrency}
            maxLength={3}
            autoCapitalize="characters"
          />
          <TextField {...form.field('day')} label={words.rateDay} type="date" />
          <TextField {...form.field('rate')} label={words.rateValue} inputMode="decimal" />
          <TextField {...form.field('source')} label={words.source} hint={words.sourceHint} maxLength={100} />
        </div>
        <div>
          <Button type="submit" weight="secondary" busy={form.busy}>
            {words.addRate}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
