import type { StaffOffer } from '../../../../server/modules/offers/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';
import { OfferForm } from './offer-form.tsx';
import { valuesOf } from './offer-values.ts';

export function Page({ offerId }: { offerId: string }) {
  const { title } = useText();
  const { form: words } = useDeskText();
  const offer = useData<StaffOffer>(`/api/console/offers/${offerId}`);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.editTitle}
        crumbs={[
          { label: title, to: consolePaths.offers() },
          { label: offer.title, to: consolePaths.offer(offerId) },
        ]}
      />
      <OfferForm offer={offer} initial={valuesOf(offer)} />
    </div>
  );
}
