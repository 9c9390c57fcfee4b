import type { KeyList } from '../../../../server/modules/organizations/key-contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { KeyFacts } from '../key-facts.tsx';
import { useText } from '../text/index.ts';

/** Programs that have access, beside the people. */
export function KeysWithAccess() {
  const { keys: words, access } = useText();
  const { api: base, to } = useOrganization();
  const { data } = useSideData<KeyList>(`${base}/keys`, 'organizations.key');
  if (!data || data.items.length === 0) return null;
  return (
    <Card
      title={words.title}
      aside={
        <LinkButton weight="quiet" to={to.keys()}>
          {access.manageKeys}
        </LinkButton>
      }
    >
      <ul className="flex flex-col gap-4">
        {data.items.map((item) => (
          <li key={item.id}>
            <KeyFacts item={item} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
