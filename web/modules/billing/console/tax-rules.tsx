import { useState } from 'react';
import type { TaxRuleRow, TaxRules } from '../../../../server/modules/billing/tax-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { locale } from '../../../kernel/i18n/locale.ts';
import { useTaxText } from '../text/tax.ts';
import { TaxRuleForm } from './tax-rule-form.tsx';

const countries =
  'ID SG MY AU GB US JP AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
    ' ',
  );

/** Which tax falls on what, for whom and since when, of one country. */
export function TaxRulesCard({ rules }: { rules: TaxRules }) {
  const { settings: words, categories } = useTaxText();
  const format = useFormat();
  const search = useSearch();
  const [open, setOpen] = useState<TaxRuleRow | 'new' | null>(null);
  const names = new Intl.DisplayNames([locale.use()], { type: 'region' });
  const placeOf = (country: string) =>
    country === 'ZZ' ? words.anywhere : country === 'EU' ? words.union : (names.of(country) ?? country);
  const choices = [...new Set([rules.country, ...countries])];
  return (
    <Card
      title={words.rules}
      aside={
        <Button weight="secondary" icon="plus" onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      }
    >
      <p className="mb-3 max-w-[70ch] text-body text-muted">{words.rulesLead}</p>
      <Select
        name="country"
        label={words.showCountry}
        value={rules.country}
        onValue={(country) => search.set({ country })}
        choices={choices.map((value) => ({ value, label: placeOf(value) }))}
        className="mb-3 sm:max-w-72"
      />
      <ul className="divide-y divide-line text-body">
        {rules.items.map((rule) => (
          <li key={rule.id}>
            <button
              type="button"
              className="flex w-full cursor-pointer flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-3 text-start hover:bg-sunken"
              onClick={() => setOpen(rule)}
            >
              <span className="min-w-0">
                <span className="block font-medium">
                  {categories[rule.category]} · {words.buyers[rule.buyer]}
                </span>
                <span className="block text-13 text-muted">
                  {[
                    rule.country !== rules.country || rule.region
                      ? [placeOf(rule.country), rule.region].filter(Boolean).join(', ')
                      : null,
                    rule.until
                      ? words.span(format.date(rule.from), format.date(rule.until))
                      : words.since(format.date(rule.from)),
                    rule.reason && format.words(rule.reason),
                    rule.transactionCode && words.transaction(rule.transactionCode),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className="text-end tabular-nums">
                <span className="block font-medium">
                  {rule.code === 'S' ? words.rate(format.number(rule.percent)) : words.codes[rule.code]}
                </span>
                {rule.base.numerator !== rule.base.denominator && (
                  <span className="block text-13 text-muted">
                    {words.of(`${rule.base.numerator}/${rule.base.denominator}`)}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog
          open
          wide
          onClose={() => setOpen(null)}
          title={open === 'new' ? words.addTitle : words.editTitle}
        >
          <TaxRuleForm
            rule={open === 'new' ? null : open}
            country={rules.country}
            countries={[...choices, 'EU', 'ZZ'].map((value) => ({ value, label: placeOf(value) }))}
            onDone={() => setOpen(null)}
          />
        </Dialog>
      )}
    </Card>
  );
}
