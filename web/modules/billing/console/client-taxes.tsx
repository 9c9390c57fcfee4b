import { TaxProfileCard } from '../shared/tax-profile-card.tsx';
import { useTaxText } from '../text/tax.ts';

/** On a client's page in the console. */
export function Part({ organizationId }: { organizationId: string }) {
  const { profile: words } = useTaxText();
  return (
    <TaxProfileCard
      url={`/api/console/clients/${organizationId}/tax-profile`}
      lead={words.deskLead}
      kinds={['consumer', 'business', 'treasurer', 'collector']}
    />
  );
}
