import type { BillingSettings } from '../../../../server/modules/billing/settings-contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';
import { useSettingsText } from '../text/desk-settings.ts';
import { SellerForm } from './seller-form.tsx';
import { settingsUrl } from './settings-url.ts';
import { TermsForm } from './terms-form.tsx';

export function Page() {
  const desk = useDeskText();
  const { credit } = useText();
  const words = useSettingsText();
  const { seller, invoicing } = useData<BillingSettings>(settingsUrl);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: consolePaths.invoices() }]}
        aside={
          <div className="flex flex-wrap gap-2">
            <LinkButton to={consolePaths.collections()} weight="secondary">
              {words.collections}
            </LinkButton>
            <LinkButton to={consolePaths.creditSettings()} weight="secondary">
              {credit.title}
            </LinkButton>
            <LinkButton to={consolePaths.revenue()} weight="secondary">
              {words.revenue}
            </LinkButton>
            <LinkButton to={consolePaths.taxes()} weight="secondary">
              {desk.taxes}
            </LinkButton>
          </div>
        }
      />
      <div className="flex flex-col gap-4">
        <SellerForm {...seller} />
        <TermsForm {...invoicing} />
      </div>
    </div>
  );
}
