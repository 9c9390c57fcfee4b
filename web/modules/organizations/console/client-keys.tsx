import { useState } from 'react';
import type { ClientKeyList, KeyItem } from '../../../../server/modules/organizations/key-contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { KeyFacts } from '../key-facts.tsx';
import { RevokeKey } from '../revoke-key.tsx';
import { useText } from '../text/index.ts';

/** The API keys of a client, where there are any. */
export function ClientKeys({ client }: { client: string }) {
  const { keys: words } = useText();
  const url = `/api/console/clients/${client}/keys`;
  const { data } = useSideData<ClientKeyList>(url, 'organizations.key');
  const mayRevoke = useCan('organizations.clients.change');
  const [revoking, setRevoking] = useState<KeyItem | null>(null);
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={words.title}>
      <ul className="flex flex-col gap-4">
        {data.items.map((item) => (
          <li key={item.id} className="flex items-start justify-between gap-2">
            <KeyFacts item={item} />
            {mayRevoke && (
              <Button weight="quiet" aria-label={words.revokeOf(item.name)} onClick={() => setRevoking(item)}>
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RevokeKey item={revoking} url={url} onClose={() => setRevoking(null)} />
    </Card>
  );
}
