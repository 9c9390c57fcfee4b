import { useState } from 'react';
import type { KeyItem, KeyList } from '../../../../server/modules/organizations/key-contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { KeyFacts } from '../key-facts.tsx';
import { RevokeKey } from '../revoke-key.tsx';
import { useText } from '../text/index.ts';
import { MakeKey } from './make-key.tsx';
import { RotateKey } from './rotate-key.tsx';

/** The keys with which programs act for this organization or for oneself. */
export function Page() {
  const { keys: words, organization } = useText();
  const { api: base, to } = useOrganization();
  const list = useData<KeyList>(`${base}/keys`, 'organizations.key');
  const [making, setMaking] = useState(false);
  const [rotating, setRotating] = useState<KeyItem | null>(null);
  const [revoking, setRevoking] = useState<KeyItem | null>(null);
  const { makePersonal, makeForOrganization } = list.can;
  const noMaking = makePersonal !== true && makeForOrganization !== true && reasonWords(makePersonal.no);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: organization.title, to: to.organization() }]}
        act={
          <Button
            icon="plus"
            wide
            {...(noMaking ? { reason: noMaking } : {})}
            onClick={() => setMaking(true)}
          >
            {words.make}
          </Button>
        }
      />
      <Card flush>
        {list.items.length === 0 && <p className="p-4 text-body text-muted sm:px-5">{words.none}</p>}
        <ul className="divide-y divide-line">
          {list.items.map((item) => (
            <li key={item.id} className="flex items-start justify-between gap-3 px-4 py-3 sm:px-5">
              <KeyFacts item={item} />
              <MoreMenu
                label={words.menu(item.name)}
                groups={[
                  [
                    {
                      label: words.rotate,
                      icon: 'swap',
                      run: () => setRotating(item),
                      reason: item.can.rotate === true ? null : reasonWords(item.can.rotate.no),
                    },
                  ],
                  [
                    {
                      label: words.revoke,
                      icon: 'leave',
                      destructive: true,
                      run: () => setRevoking(item),
                    },
                  ],
                ]}
              />
            </li>
          ))}
        </ul>
      </Card>
      <MakeKey list={list} open={making} onClose={() => setMaking(false)} />
      <RotateKey item={rotating} onClose={() => setRotating(null)} />
      <RevokeKey item={revoking} url={`${base}/keys`} onClose={() => setRevoking(null)} />
    </>
  );
}
