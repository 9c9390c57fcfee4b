import { useState } from 'react';
import type { MailDomain } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { DomainState } from '../domains/domain-state.tsx';
import { useText } from '../text/index.ts';

/** The mail domains of a client, which staff may verify by hand and take back. */
export function ClientDomains({ client }: { client: string }) {
  const { domains: words } = useText();
  const base = `/api/console/clients/${client}/domains`;
  const { data } = useSideData<{ items: MailDomain[] }>(base, 'organizations.domain');
  const mayDecide = useCan('organizations.domains.decide');
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={words.title} flush>
      <ul className="divide-y divide-line">
        {data.items.map((domain) => (
          <li key={domain.id} className="flex items-center justify-between gap-3 px-4 py-2 sm:px-5">
            <p className="min-w-0 text-body font-medium break-all">{domain.domain}</p>
            <span className="flex items-center gap-1">
              <DomainState state={domain.state} />
              {mayDecide && <Decide domain={domain} base={base} />}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Decide({ domain, base }: { domain: MailDomain; base: string }) {
  const { domains: words } = useText();
  const [asking, setAsking] = useState(false);
  const holds = domain.state === 'verified' || domain.state === 'missing';
  const act = useAct(
    (what: 'verify' | 'take-back', key) => api.post(`${base}/${domain.id}/${what}`, undefined, key),
    {
      refresh: [base],
      done: (_, what) =>
        toast({ words: (what === 'verify' ? words.verified : words.takenBack)(domain.domain) }),
    },
  );
  const close = () => setAsking(false);
  return (
    <>
      <MoreMenu
        label={words.menu(domain.domain)}
        groups={[
          [
            {
              label: holds ? words.takeBack : words.confirm,
              icon: holds ? 'trash' : 'check',
              destructive: holds,
              run: () => setAsking(true),
            },
          ],
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={close}
        title={(holds ? words.takeBackOf : words.confirmOf)(domain.domain)}
        effect={holds ? words.removeEffect : words.confirmEffect}
        verb={holds ? words.takeBack : words.confirm}
        destructive={holds}
        busy={act.busy}
        onConfirm={() => void act.run(holds ? 'take-back' : 'verify').then(close)}
      />
    </>
  );
}
