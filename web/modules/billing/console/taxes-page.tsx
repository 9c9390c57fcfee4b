import type { BillingSettings } from '../../../../server/modules/billing/settings-contract.ts';
import type { ExchangeRates, TaxRules } from '../../../../server/modules/billing/tax-contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskText } from '../text/desk.ts';
import { useSettingsText } from '../text/desk-settings.ts';
import { useTaxText } from '../text/tax.ts';
import { ExchangeRatesCard } from './exchange-rates.tsx';
import { settingsUrl } from './settings-url.ts';
import { TaxRulesCard } from './tax-rules.tsx';
import { TaxTermsForm } from './tax-terms-form.tsx';

export function Page() {
  const desk = useDeskText();
  const settings = useSettingsText();
  const { settings: words } = useTaxText();
  const { tax } = useData<BillingSettings>(settingsUrl);
  const asked = useFiltered('/api/console/tax-rules', ['country']);
  const rules = useData<TaxRules>(asked.url);
  const rates = useData<ExchangeRates>('/api/console/exchange-rates');
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[
          { label: desk.title, to: consolePaths.invoices() },
          { label: settings.title, to: consolePaths.billingSettings() },
        ]}
        aside={
          <LinkButton to={consolePaths.withholdings()} weight="secondary">
            {words.slips}
          </LinkButton>
        }
      />
      <div className="flex flex-col gap-4">
        <TaxTermsForm {...tax} />
        <TaxRulesCard rules={rules} />
        <ExchangeRatesCard rates={rates} />
      </div>
    </div>
  );
}
