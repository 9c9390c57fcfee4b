import { useState } from 'react';

import { locale } from '../../../kernel/i18n/locale.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { timeZoneName } from '../../../kernel/time-zones.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { countryChoices } from '../../../ui/countries.ts';
import { useText } from '../text/index.ts';
import { useTierText } from '../text/tiers.ts';
import { ClientDomains } from './client-domains.tsx';
import type { ClientDetail } from './client-detail.ts';
import { ClientTierFact } from './client-tier.tsx';
import { ClientGroup } from './client-group.tsx';
import { ClientKeys } from './client-keys.tsx';
import { EditClient } from './edit-client.tsx';

/** One client as staff see it: who they are, their people, and what every module knows of them. */
export function Page({ clientId }: { clientId: string }) {
  const { clients: words } = useText();
  const format = useFormat();
  const client = useData<ClientDetail>(`/api/console/clients/${clientId}`, {
    facts: 'organizations.',
    subject: clientId,
  });
  const [editing, setEditing] = useState(false);
  const mayChange = useCan('organizations.clients.change');
  return (
    <>
      <PageHeader
        title={client.name}
        crumbs={[{ label: words.title, to: consolePaths.clients() }]}
        state={
          <>
            {client.guest && <StatusChip tone="neutral">{words.guest}</StatusChip>}
            {client.tier && (
              <StatusChip tone={client.tier.color} icon="star">
                {format.words(client.tier.titles)}
              </StatusChip>
            )}
          </>
        }
        aside={
          mayChange && (
            <Button weight="secondary" icon="edit" onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
          )
        }
      />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <Slot name="client.sections" with={{ organizationId: client.id }} />
        </div>
        <div className="flex min-w-0 flex-col gap-3 max-lg:order-first">
          <Facts client={client} />
          <ClientGroup client={client} />
          <People client={client} />
          <ClientDomains client={client.id} />
          <ClientKeys client={client.id} />
        </div>
      </div>
      <EditClient client={client} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}

function Facts({ client }: { client: ClientDetail }) {
  const { clients: words, organization } = useText();
  const { tier } = useTierText();
  const country = countryChoices(locale.use()).find((one) => one.value === client.country);
  return (
    <Card title={words.details}>
      <DefinitionList
        facts={[
          { term: tier, value: <ClientTierFact client={client} /> },
          { term: organization.billingEmail, value: client.billingEmail },
          { term: organization.country, value: country?.label ?? client.country },
          client.address !== '' && {
            term: organization.address,
            value: <span className="whitespace-pre-line">{client.address}</span>,
          },
          { term: organization.taxId, value: client.taxId || words.none },
          { term: organization.currency, value: client.currency },
          { term: organization.timeZone, value: timeZoneName(client.timeZone) },
          { term: organization.since, value: <Time value={client.createdAt} style="date" /> },
        ]}
      />
    </Card>
  );
}

function People({ client }: { client: ClientDetail }) {
  const canOpen = useCanOpen();
  const access = consolePaths.person;
  const { clients: words, roles } = useText();
  return (
    <Card title={words.people}>
      {client.members.length === 0 && (
        <p className="text-body text-muted">{client.guest ? words.guestHint : words.nobody}</p>
      )}
      <ul className="flex flex-col gap-3">
        {client.members.map((member) => (
          <li key={member.id} className="flex items-center gap-3 text-14">
            <Avatar name={member.name} />
            <div className="min-w-0 grow">
              <p className="truncate font-medium">
                {canOpen(access(member.id)) ? (
                  <Link to={access(member.id)} className="inline-block py-0.5">
                    {member.name}
                  </Link>
                ) : (
                  member.name
                )}
              </p>
              <a href={`mailto:${member.email}`} className="block truncate text-13 text-muted">
                {member.email}
              </a>
              <Slot name="client.member" with={{ personId: member.id, name: member.name }} />
            </div>
            <span className="text-13 text-muted">{member.roleName ?? roles[member.role]}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
