import type { Claimable } from '../../../../server/modules/guests/contract.ts';
import { paths } from '../../../kernel/paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useText } from '../text/index.ts';

/** Offers what was written without an account to the person whose address it is. */
export function Part() {
  const { claims: words } = useText();
  const { data } = useSideData<{ items: Claimable[] }>('/api/me/guests');
  const count = data?.items.reduce((sum, one) => sum + one.tickets + one.orders.length, 0) ?? 0;
  if (count === 0) return null;
  return (
    <Card title={words.card}>
      <p className="text-body text-muted">{words.cardLead(count)}</p>
      <div className="mt-4">
        <LinkButton to={paths.claims()} weight="secondary" icon="mail">
          {words.look}
        </LinkButton>
      </div>
    </Card>
  );
}
