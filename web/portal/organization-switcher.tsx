import { paths } from '../kernel/paths.ts';
import { useCurrentOrganization } from '../kernel/session/organization.ts';
import { type Membership, session } from '../kernel/session/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import type { MenuItem } from '../ui/menu-item.ts';
import { Menu } from '../ui/menu.tsx';
import { usePortalText } from './text/index.ts';

/** Each organization behind the one it stands below, with how deep. */
function asTree(organizations: readonly Membership[], above: string | null = null, depth = 0): Placed[] {
  return organizations
    .filter(({ parent }) => parent === above)
    .flatMap((one) => [{ one, depth }, ...asTree(organizations, one.id, depth + 1)]);
}

interface Placed {
  one: Membership;
  depth: number;
}

/** Which organization one acts for, and the way to another without signing in again. */
export function OrganizationSwitcher() {
  const text = usePortalText();
  const current = useCurrentOrganization();
  const organizations = session.use()?.organizations ?? [];
  if (!current) return null;
  const others: MenuItem[] = asTree(organizations).map(({ one, depth }) => ({
    label: `${'\u2003'.repeat(depth)}${one.name}`,
    current: one.id === current.id,
    to: paths.organization(one.slug).home(),
  }));
  const create: MenuItem = { label: text.organization.create, icon: 'plus', to: paths.newOrganization() };
  return (
    <Menu
      label={text.organization.switch}
      align="start"
      groups={[others, [create]]}
      className="flex min-h-11 w-full min-w-0 items-center gap-2.5 rounded border border-transparent px-2 text-start transition-colors hover:bg-sunken lg:border-line"
    >
      <Avatar name={current.name} square size={24} />
      <span className="min-w-0 grow truncate text-14 font-medium">{current.name}</span>
      <Icon name="down" size={16} className="text-muted" />
    </Menu>
  );
}
