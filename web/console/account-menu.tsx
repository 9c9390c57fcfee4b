import { paths } from '../kernel/paths.ts';
import { AccountMenu as Menu } from '../kernel/session/account-menu.tsx';
import { useConsoleText } from './text/index.ts';

export function AccountMenu() {
  const { account } = useConsoleText();
  return (
    <Menu
      label={account.menu}
      signOutLabel={account.signOut}
      places={[
        { label: account.profile, icon: 'person', to: paths.profile() },
        { label: account.security, icon: 'shield', to: paths.security() },
        { label: account.portal, icon: 'swap', to: paths.root() },
      ]}
    />
  );
}
