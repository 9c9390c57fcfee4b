import { useState } from 'react';
import type { Directory } from '../../../../server/modules/directory/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { DirectoryGroups } from './directory-groups.tsx';
import { DirectoryRequests } from './directory-requests.tsx';
import { DirectoryTokens, MakeToken } from './directory-tokens.tsx';

/** How the directory of a company is connected: what to paste where, which roles its groups give, and what it asked lately. */
export function Page() {
  const { directory: words, organization } = useText();
  const { api: base, to } = useOrganization();
  const directory = useData<Directory>(`${base}/directory`, 'directory.');
  const [making, setMaking] = useState(false);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: organization.title, to: to.organization() }]}
        act={
          <Button icon="plus" wide onClick={() => setMaking(true)}>
            {words.make}
          </Button>
        }
      />
      <div className="flex flex-col gap-4">
        {directory.domains.length === 0 && (
          <Banner
            tone="attention"
            title={words.noDomain}
            act={
              <LinkButton weight="secondary" to={to.domains()}>
                {words.toDomains}
              </LinkButton>
            }
          >
            {words.noDomainHint}
          </Banner>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Connection directory={directory} />
          <DirectoryTokens />
        </div>
        <DirectoryGroups key={keyOf(directory)} directory={directory} />
        <DirectoryRequests requests={directory.requests} />
        <Disconnect />
      </div>
      <MakeToken open={making} onClose={() => setMaking(false)} />
    </>
  );
}

/** The form of the roles begins anew when the directory has sent or taken away a group. */
const keyOf = ({ groups }: Directory) => groups.map(({ id }) => id).join();

function Connection({ directory: { address, domains, users } }: { directory: Directory }) {
  const { directory: words } = useText();
  return (
    <Card title={words.connection}>
      <p className="text-13 text-muted">{words.address}</p>
      <p className="mt-1 mb-3 flex items-center justify-between gap-2 rounded-md bg-sunken p-3">
        <code className="text-13 break-all">{address}</code>
        <CopyButton value={address} what={words.addressShort} />
      </p>
      <DefinitionList
        facts={[
          domains.length > 0 && { term: words.domains, value: domains.join(', ') },
          { term: words.people, value: words.peopleOf(users.active, users.all) },
        ]}
      />
    </Card>
  );
}

function Disconnect() {
  const { directory: words } = useText();
  const { api: base } = useOrganization();
  const [asking, setAsking] = useState(false);
  const disconnect = useAct((_: undefined, key) => api.post(`${base}/directory/disconnect`, undefined, key), {
    refresh: [base],
    done: () => {
      setAsking(false);
      toast({ words: words.disconnected });
    },
  });
  return (
    <Card title={words.disconnect}>
      <p className="mb-3 text-body text-muted">{words.disconnectLead}</p>
      <Button weight="secondary" icon="leave" onClick={() => setAsking(true)}>
        {words.disconnect}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.disconnectTitle}
        effect={words.disconnectEffect}
        verb={words.disconnect}
        destructive
        busy={disconnect.busy}
        onConfirm={() => void disconnect.run(undefined)}
      />
    </Card>
  );
}
