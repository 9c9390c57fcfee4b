import { AccountMenu as Menu } from '../kernel/session/account-menu.tsx';
import { useCanOpen } from '../kernel/pages/can-open.ts';
import { paths } from '../kernel/paths.ts';
import { session } from '../kernel/session/session.ts';
import type { MenuItem } from '../ui/menu-item.ts';
import { usePortalText } from './text/index.ts';

export function AccountMenu() {
  const { nav, account } = usePortalText();
  const canOpen = useCanOpen();
  const staff = session.use()?.staff;
  const places: MenuItem[] = [
    { label: nav.profile, icon: 'person', to: paths.profile() },
    { label: nav.security, icon: 'shield', to: paths.security() },
    { label: nav.notificationPreferences, icon: 'bell', to: paths.notificationPreferences() },
  ];
  const across: MenuItem[] = staff ? [{ label: account.console, icon: 'swap', to: paths.consoleHome() }] : [];
  return (
    <Menu
      label={account.menu}
      signOutLabel={account.signOut}
      places={[...places.filter((one) => canOpen(one.to!)), ...across]}
    />
  );
}
