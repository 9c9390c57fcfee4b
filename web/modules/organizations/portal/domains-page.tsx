import { useState } from 'react';
import type { MailDomain } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { DomainState } from '../domains/domain-state.tsx';
import { useText } from '../text/index.ts';
import { AddDomain } from './add-domain.tsx';

/** The mail domains of an organization, each with the record that proves it. */
export function Page() {
  const { domains: words, organization } = useText();
  const { api: base, to } = useOrganization();
  const { items } = useData<{ items: MailDomain[] }>(`${base}/domains`, 'organizations.domain');
  const [adding, setAdding] = useState(false);
  const add = (
    <Button icon="plus" wide onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: organization.title, to: to.organization() }]}
        act={items.length > 0 && add}
      />
      {items.length === 0 ? (
        <Card>
          <EmptyState small icon="mail" title={words.none} act={add}>
            {words.noneLead}
          </EmptyState>
        </Card>
      ) : (
        <div className="flex max-w-2xl flex-col gap-4">
          {items.map((domain) => (
            <DomainCard key={domain.id} domain={domain} />
          ))}
        </div>
      )}
      <AddDomain open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function DomainCard({ domain }: { domain: MailDomain }) {
  const { domains: words } = useText();
  const { api: base } = useOrganization();
  const [removing, setRemoving] = useState(false);
  const url = `${base}/domains/${domain.id}`;
  const refresh = [`${base}/domains`];
  const check = useAct((_: undefined, key) => api.post(`${url}/prove`, undefined, key), {
    refresh,
    done: () => toast({ words: words.verified(domain.domain) }),
  });
  const remove = useAct((_: undefined, key) => api.post(`${url}/remove`, undefined, key), {
    refresh,
    done: () => toast({ words: words.removed(domain.domain) }),
  });
  const proved = domain.state === 'verified';
  return (
    <Card
      title={<span className="break-all">{domain.domain}</span>}
      aside={
        <MoreMenu
          label={words.menu(domain.domain)}
          groups={[[{ label: words.remove, icon: 'trash', destructive: true, run: () => setRemoving(true) }]]}
        />
      }
    >
      <DomainState state={domain.state} />
      <p className="mt-2 text-body text-muted">
        {domain.byHand ? words.byHand : proved ? words.keep : words.how}
      </p>
      {domain.offAt && (
        <p className="mt-2 text-body font-medium">
          {words.offOn} <Time value={domain.offAt} style="date" />.
        </p>
      )}
      {!domain.byHand && (
        <ul className="mt-3 flex flex-col gap-2">
          <RecordPart term={words.recordName} value={domain.record.name} />
          <RecordPart term={words.recordValue} value={domain.record.value} />
        </ul>
      )}
      {!proved && (
        <div className="mt-4">
          <Button weight="secondary" busy={check.busy} onClick={() => void check.run(undefined)}>
            {words.check}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={words.removeOf(domain.domain)}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(undefined).then(() => setRemoving(false))}
      />
    </Card>
  );
}

function RecordPart({ term, value }: { term: string; value: string }) {
  return (
    <li className="flex items-center justify-between gap-2 rounded bg-sunken ps-3">
      <div className="min-w-0 py-2">
        <p className="text-12 text-muted">{term}</p>
        <p className="font-mono text-13 break-all">{value}</p>
      </div>
      <CopyButton value={value} what={term} />
    </li>
  );
}
