import type { BillingSettings } from '../../../../server/modules/billing/contract.ts';
import { paths } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { DunningForm } from './dunning-form.tsx';
import { SellerForm } from './seller-form.tsx';
import { settingsUrl } from './settings-url.ts';
import { TermsForm } from './terms-form.tsx';

export function Page() {
  const { settings: words, desk } = useText();
  const { seller, invoicing, dunning } = useData<BillingSettings>(settingsUrl);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: paths.console.invoices() }]}
      />
      <div className="flex flex-col gap-4">
        <SellerForm {...seller} />
        <TermsForm {...invoicing} />
        <DunningForm {...dunning} />
      </div>
    </div>
  );
}
