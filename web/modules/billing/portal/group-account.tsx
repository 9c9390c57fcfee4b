import type { GroupStatement } from '../../../../server/modules/billing/statement-contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import { GroupAccounts } from '../shared/group-accounts.tsx';
import { useGroupText } from '../text/group.ts';

/** On the page of a group: where the account of each stands, with the way to the whole statement. */
export function Part() {
  const words = useGroupText();
  const { api, to } = useOrganization();
  const { data } = useSideData<GroupStatement>(`${api}/group-statement?limit=1`, 'billing.');
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={words.title} aside={<Link to={to.groupStatement()}>{words.movements}</Link>} flush>
      <GroupAccounts statement={data} />
    </Card>
  );
}
