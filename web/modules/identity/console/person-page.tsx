import { useState } from 'react';
import type { Account } from '../../../../server/modules/identity/account-contract.ts';
import type { SignedInDevice, SignInLine } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { DeviceRow } from '../portal/device-row.tsx';
import { SignInRow } from '../portal/sign-ins.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';

/** Somebody's access: where they are signed in, how they signed in, and the way to end it. */
export function Page({ personId }: { personId: string }) {
  const { log, account: words } = useDeskText();
  const { staff } = useText();
  const url = `/api/console/people/${personId}`;
  const account = useData<Account>(url, { facts: 'identity.', subject: personId });
  return (
    <>
      <PageHeader
        title={account.name}
        crumbs={[{ label: log.title, to: consolePaths.signIns() }]}
        state={account.disabled && <StatusChip tone="danger">{words.disabled}</StatusChip>}
        lead={[account.email, ...account.staffRoles.map((role) => staff.role[role])].join(' · ')}
      />
      <div className="flex max-w-2xl flex-col gap-4">
        <Sessions account={account} url={`${url}/sessions`} />
        <Log account={account} url={`${url}/sign-ins`} />
      </div>
    </>
  );
}

function Sessions({ account, url }: { account: Account; url: string }) {
  const { account: words } = useDeskText();
  const mayEnd = useCan('identity.sessions.end');
  const { items } = useData<{ items: SignedInDevice[] }>(url, { facts: 'identity.', subject: account.id });
  const [asking, setAsking] = useState(false);
  const endAll = useAct(() => api.delete(url), {
    refresh: [url],
    done: () => {
      setAsking(false);
      toast({ words: words.ended(account.name) });
    },
  });
  return (
    <Card title={words.sessions} flush>
      {items.length === 0 && <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.none}</p>}
      <ul className="divide-y divide-line">
        {items.map((device) => (
          <DeviceRow key={device.id} device={device} url={mayEnd ? url : null} />
        ))}
      </ul>
      {mayEnd && items.length > 0 && (
        <div className="border-t border-line p-4 sm:px-5">
          <Button weight="secondary" onClick={() => setAsking(true)}>
            {words.endAll}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.endAllOf(account.name)}
        effect={words.endAllEffect}
        verb={words.endAll}
        destructive
        busy={endAll.busy}
        onConfirm={() => void endAll.run(undefined)}
      />
    </Card>
  );
}

function Log({ account, url }: { account: Account; url: string }) {
  const { account: words } = useDeskText();
  const list = useList<SignInLine>(url, { facts: 'identity.', subject: account.id });
  return (
    <Card title={words.log} flush>
      <ListBody list={list} empty={<p className="px-4 pb-4 text-body text-muted sm:px-5">{words.noLog}</p>}>
        <ul className="divide-y divide-line">
          {list.items.map((line) => (
            <SignInRow key={line.id} line={line} />
          ))}
        </ul>
      </ListBody>
    </Card>
  );
}
