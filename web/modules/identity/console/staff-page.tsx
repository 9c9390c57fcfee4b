import { useState } from 'react';
import type { StaffMember } from '../../../../server/modules/identity/contract.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { AddStaff } from './add-staff.tsx';
import { AskedRoles } from './asked-roles.tsx';
import { RecoverPerson } from './recover-person.tsx';
import { SessionLimits } from './session-limits.tsx';
import { StaffActs } from './staff-acts.tsx';

const to = consolePaths;

export function Page() {
  const { staff } = useText();
  const me = usePerson();
  const canOpen = useCanOpen();
  const list = useList<StaffMember>('/api/console/staff', 'identity.staff');
  const [adding, setAdding] = useState(false);
  const mayManage = useCan('identity.staff.manage');

  const columns: (Column<StaffMember> | false)[] = [
    {
      key: 'name',
      header: staff.name,
      card: 'title',
      cell: (one) => (
        <span className="flex items-center gap-3">
          <Avatar name={one.name} />
          <span className="min-w-0">
            <span className="block font-medium">
              {canOpen(to.person(one.id)) ? <Link to={to.person(one.id)}>{one.name}</Link> : one.name}
              {one.id === me.id && <span className="font-normal text-muted"> · {staff.you}</span>}
            </span>
            <span className="block text-13 text-muted">{one.email}</span>
            <RecoverPerson personId={one.id} name={one.name} />
          </span>
        </span>
      ),
    },
    {
      key: 'roles',
      header: staff.roles,
      card: 'when',
      cell: (one) => one.roles.map((role) => staff.role[role]).join(', '),
    },
    {
      key: 'since',
      header: staff.since,
      card: 'none',
      cell: (one) => <Time value={one.since} style="date" />,
    },
    mayManage && {
      key: 'acts',
      header: staff.actions,
      card: 'figure',
      align: 'end',
      cell: (one) => <StaffActs member={one} />,
    },
  ];

  return (
    <>
      <PageHeader
        title={staff.title}
        lead={list.items.length > 0 && staff.lead(list.items.length, list.more !== null)}
        act={
          mayManage && (
            <Button icon="plus" wide onClick={() => setAdding(true)}>
              {staff.add}
            </Button>
          )
        }
      />
      <Card flush>
        <ListBody list={list}>
          <DataTable
            caption={staff.title}
            rows={list.items}
            columns={columns.filter((column) => column !== false)}
            rowKey={(one) => one.id}
          />
        </ListBody>
      </Card>
      <AddStaff open={adding} onClose={() => setAdding(false)} />
      {mayManage && <AskedRoles />}
      {mayManage && <SessionLimits />}
    </>
  );
}
