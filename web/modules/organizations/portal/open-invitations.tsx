import type { Invitation } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { StandingWords } from './standing-words.tsx';

/** Invitations that nobody has accepted yet; nothing when there are none. */
export function OpenInvitations() {
  const { members } = useText();
  const { api: base } = useOrganization();
  const { data } = useSideData<{ items: Invitation[] }>(`${base}/invitations`, 'organizations.invitation');
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={members.pending} flush>
      <ul className="divide-y divide-line">
        {data.items.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ invitation }: { invitation: Invitation }) {
  const { members } = useText();
  const { api: base } = useOrganization();
  const { email } = invitation;
  const withdraw = useAct(() => api.delete(`${base}/invitations/${invitation.id}`), {
    refresh: [`${base}/invitations`],
    done: () => toast({ words: members.withdrawn(email) }),
  });
  return (
    <li className="flex items-center justify-between gap-3 px-4 py-3 sm:px-5">
      <div className="min-w-0 text-body">
        <p className="font-medium break-all">{email}</p>
        <div className="text-13">
          <StandingWords standing={invitation} />
        </div>
        <p className="text-13 text-muted">
          {members.invitedBy(invitation.invitedBy)} · {members.expires} <Time value={invitation.expiresAt} />
        </p>
      </div>
      <Button
        weight="quiet"
        busy={withdraw.busy}
        aria-label={members.withdrawOf(email)}
        onClick={() => void withdraw.run(undefined)}
      >
        {members.withdraw}
      </Button>
    </li>
  );
}
