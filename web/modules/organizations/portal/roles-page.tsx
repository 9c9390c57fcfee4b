import { useState } from 'react';
import type { RoleItem, RoleList } from '../../../../server/modules/organizations/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { DeleteRole } from './delete-role.tsx';
import { RoleDialog } from './role-dialog.tsx';

type Open = { what: 'make' } | { what: 'edit' | 'delete'; role: RoleItem } | null;

/** The roles an organization made for itself, beside the built-in ones. */
export function Page() {
  const { ownRoles: words, members } = useText();
  const { api, to } = useOrganization();
  const list = useData<RoleList>(`${api}/roles`, 'organizations.');
  const mayManage = useCan('organizations.members.manage');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: members.title, to: to.members() }]}
        act={
          mayManage && (
            <Button icon="plus" wide onClick={() => setOpen({ what: 'make' })}>
              {words.make}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <Card title={words.own} flush>
          {list.items.length === 0 && <p className="px-4 pb-4 text-body text-muted sm:px-5">{words.none}</p>}
          <ul className="divide-y divide-line">
            {list.items.map((role) => (
              <Row
                key={role.id}
                role={role}
                mayManage={mayManage}
                onEdit={() => setOpen({ what: 'edit', role })}
                onDelete={() => setOpen({ what: 'delete', role })}
              />
            ))}
          </ul>
        </Card>
        <BuiltIn list={list} />
      </div>
      <RoleDialog
        list={list}
        role={open?.what === 'edit' ? open.role : null}
        open={open?.what === 'make' || open?.what === 'edit'}
        onClose={close}
      />
      {open?.what === 'delete' && <DeleteRole role={open.role} onClose={close} />}
    </>
  );
}

function Row({
  role,
  mayManage,
  onEdit,
  onDelete,
}: {
  role: RoleItem;
  mayManage: boolean;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { ownRoles: words, members } = useText();
  const reason = role.can.change === true ? null : reasonWords(role.can.change.no);
  return (
    <li className="flex items-center justify-between gap-3 px-4 py-3 sm:px-5">
      <div className="min-w-0 text-body">
        <p className="font-medium break-words">{role.name}</p>
        <p className="text-13 text-muted">
          {words.holds(role.permissions.length)} · {role.used > 0 ? words.used(role.used) : words.unused}
        </p>
      </div>
      {mayManage && (
        <MoreMenu
          label={members.menu(role.name)}
          groups={[
            [{ label: words.edit, icon: 'edit', run: onEdit, reason }],
            [{ label: words.delete, icon: 'trash', destructive: true, run: onDelete, reason }],
          ]}
        />
      )}
    </li>
  );
}

function BuiltIn({ list }: { list: RoleList }) {
  const { ownRoles: words, roles, roleHints } = useText();
  const names = Object.keys(roleHints) as (keyof typeof roleHints)[];
  return (
    <Card title={words.builtIn} flush>
      <ul className="divide-y divide-line">
        {names.map((name) => (
          <li key={name} className="px-4 py-3 text-body sm:px-5">
            <p className="font-medium">{roles[name]}</p>
            <p className="text-13 text-muted">
              {roleHints[name]}{' '}
              {words.holds(list.permissions.filter((one) => one.roles.includes(name)).length)}.
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
