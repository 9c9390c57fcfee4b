import { useState } from 'react';
import type { Member } from '../../../../server/modules/organizations/contract.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Breakable } from '../../../ui/breakable.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { InviteMember } from './invite-member.tsx';
import { MemberActs } from './member-acts.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { OwnershipOffered } from './ownership.tsx';
import { StandingWords } from './standing-words.tsx';

export function Page() {
  const { members: words, access, directory, ownRoles } = useText();
  const { api, to } = useOrganization();
  const me = usePerson();
  const list = useList<Member>(`${api}/members`, 'organizations.member');
  const mayManage = useCan('organizations.members.manage');
  const [inviting, setInviting] = useState(false);

  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: words.name,
      card: 'title',
      cell: (member) => (
        <span className="flex items-center gap-3">
          <Avatar name={member.name} />
          <span className="min-w-0">
            <span className="block font-medium">
              {member.name}
              {member.id === me.id && <span className="font-normal text-muted"> · {words.you}</span>}
            </span>
            <span className="block text-13 [overflow-wrap:anywhere] text-muted">
              <Breakable words={member.email} />
            </span>
            {member.managed && <span className="block text-13 text-muted">{directory.managed}</span>}
            {member.via && (
              <span className="block text-13 text-muted">
                {member.via.name ? access.via(member.via.name) : access.viaAbove}
              </span>
            )}
          </span>
        </span>
      ),
    },
    { key: 'role', header: words.role, card: 'when', cell: (member) => <StandingWords standing={member} /> },
    {
      key: 'since',
      header: words.since,
      card: 'none',
      cell: (member) => <Time value={member.since} style="date" />,
    },
    {
      key: 'acts',
      header: words.actions,
      card: 'figure',
      align: 'end',
      cell: (member) => <MemberActs member={member} />,
    },
  ];

  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <>
            <LinkButton weight="secondary" icon="key" to={to.roles()}>
              {ownRoles.title}
            </LinkButton>
            {mayManage && (
              <LinkButton weight="secondary" icon="shield" to={to.access()}>
                {access.page}
              </LinkButton>
            )}
          </>
        }
        act={
          mayManage && (
            <Button icon="plus" wide onClick={() => setInviting(true)}>
              {words.invite}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <OwnershipOffered />
        <Card flush>
          <ListBody list={list}>
            <DataTable
              caption={words.title}
              rows={list.items}
              columns={columns}
              rowKey={(member) => member.id}
            />
          </ListBody>
        </Card>
        {mayManage && <OpenInvitations />}
      </div>
      <InviteMember open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
