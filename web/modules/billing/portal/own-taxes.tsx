import { useOrganization } from '../../../kernel/session/organization.ts';
import { TaxProfileCard } from '../shared/tax-profile-card.tsx';
import { useTaxText } from '../text/tax.ts';

export function Part() {
  const { profile: words } = useTaxText();
  const { api: base } = useOrganization();
  return <TaxProfileCard url={`${base}/tax-profile`} lead={words.lead} kinds={['consumer', 'business']} />;
}
