import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { type Path, paths } from '../../../kernel/paths.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { useSections } from '../../../portal/navigation.ts';
import { usePortalText } from '../../../portal/text/index.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';

interface Row {
  label: string;
  icon: IconName;
  to: Path;
}

/** Everything that has no place in the bar, by name. */
export function Page() {
  const { more } = useText();
  const { nav } = usePortalText();
  const { to } = useOrganization();
  const canOpen = useCanOpen();
  const hasGroup = useSections().some(({ places }) => places.some(({ name }) => name === 'group'));
  const organization: Row[] = [
    { label: nav.organization, icon: 'building', to: to.organization() },
    { label: nav.members, icon: 'people', to: to.members() },
    ...(hasGroup ? [{ label: nav.group, icon: 'grid', to: to.group() } as const] : []),
    { label: nav.activity, icon: 'history', to: to.activity() },
  ];
  const account: Row[] = [
    { label: nav.notifications, icon: 'bell', to: to.notifications() },
    { label: nav.profile, icon: 'person', to: paths.profile() },
    { label: nav.security, icon: 'shield', to: paths.security() },
    { label: nav.notificationPreferences, icon: 'settings', to: paths.notificationPreferences() },
  ];
  const shown = (rows: Row[]) => rows.filter((row) => canOpen(row.to));
  return (
    <>
      <PageHeader title={more.title} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Rows title={more.organization} rows={shown(organization)} />
        <Rows title={more.account} rows={shown(account)} />
      </div>
    </>
  );
}

function Rows({ title, rows }: { title: string; rows: Row[] }) {
  return (
    <Card title={title} flush>
      <ul className="divide-y divide-line pb-1">
        {rows.map((row) => (
          <li key={row.to}>
            <Link
              to={row.to}
              className="flex min-h-13 items-center gap-3 px-4 text-body text-ink no-underline outline-offset-[-2px] hover:bg-sunken sm:px-5"
            >
              <Icon name={row.icon} className="text-muted" />
              <span className="grow">{row.label}</span>
              <Icon name="right" size={16} className="text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
