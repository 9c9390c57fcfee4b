import { useState } from 'react';
import type { Sso } from '../../../../server/modules/sso/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { Checks } from './checks.tsx';
import { ConnectionForm } from './connection-form.tsx';

/** How an organization's people sign in at its own provider. */
export function Page() {
  const words = useText();
  const { api: base, to } = useOrganization();
  const sso = useData<Sso>(`${base}/sso`, 'sso.');
  const ready = sso.domains.length > 0 || sso.connection !== null;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={sso.domains.length > 0 ? words.forDomains(sso.domains.join(', ')) : words.lead}
        crumbs={[{ label: words.domains, to: to.domains() }]}
      />
      {ready ? (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <ConnectionForm sso={sso} />
          {sso.connection && (
            <div className="flex flex-col gap-4">
              <Checks />
              <ModeCard key={sso.connection.mode} connection={sso.connection} />
              <State connection={sso.connection} />
            </div>
          )}
        </div>
      ) : (
        <Card>
          <EmptyState
            small
            icon="key"
            title={words.needsDomain}
            act={<LinkButton to={to.domains()}>{words.domains}</LinkButton>}
          >
            {words.needsDomainLead}
          </EmptyState>
        </Card>
      )}
    </>
  );
}

type Connection = NonNullable<Sso['connection']>;
const modes = ['off', 'offered', 'required'] as const;

function ModeCard({ connection }: { connection: Connection }) {
  const words = useText();
  const { api: base } = useOrganization();
  const [mode, setMode] = useState(connection.mode);
  const act = useAct(() => api.put<void>(`${base}/sso/mode`, { mode }), {
    refresh: [`${base}/sso`],
    done: () => toast({ words: words.modeSaved }),
  });
  return (
    <Card title={words.mode}>
      <RadioCards
        label={words.mode}
        bare
        name="mode"
        value={mode}
        onValue={setMode}
        choices={modes.map((value) => ({
          value,
          label: words.modes[value],
          hint: words.modeHints[value],
          ...(value === 'required' && !connection.workedAt ? { reason: words.neverWorked } : {}),
        }))}
      />
      <div className="mt-4">
        <Button weight="secondary" busy={act.busy} onClick={() => void act.run(undefined)}>
          {words.save}
        </Button>
      </div>
    </Card>
  );
}

function State({ connection: { workedAt, failed } }: { connection: Connection }) {
  const words = useText();
  const { api: base } = useOrganization();
  const [removing, setRemoving] = useState(false);
  const remove = useAct((_: undefined, key) => api.post(`${base}/sso/remove`, undefined, key), {
    refresh: [`${base}/sso`],
    done: () => toast({ words: words.removed }),
  });
  return (
    <Card>
      <DefinitionList
        facts={[
          workedAt !== null && { term: words.worksSince, value: <Time value={workedAt} /> },
          failed !== null && {
            term: words.failed,
            value: (
              <>
                <Time value={failed.at} />
                <span className="block font-normal text-muted">{words.why[failed.why]}</span>
              </>
            ),
          },
        ]}
      />
      <div className="mt-4">
        <Button weight="secondary" icon="trash" onClick={() => setRemoving(true)}>
          {words.remove}
        </Button>
      </div>
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={words.remove}
        effect={words.removeEffect}
        verb={words.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(undefined).then(() => setRemoving(false))}
      />
    </Card>
  );
}
