import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { overlay } from '../kernel/palette/overlay.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';
import { OrganizationSwitcher } from './organization-switcher.tsx';

export function TopBar() {
  const { searchOrJump } = useKernelText();
  const open = () => overlay.set('palette');
  return (
    <header className="no-print sticky top-0 z-20 border-b border-line bg-surface lg:static lg:border-0 lg:bg-transparent">
      <div className="mx-auto flex h-14 max-w-[70rem] items-center gap-1 px-2 sm:px-4 lg:h-16 lg:gap-2 lg:px-8">
        <div className="min-w-0 grow lg:hidden">
          <OrganizationSwitcher />
        </div>
        <button
          type="button"
          onClick={open}
          className="hidden h-9 w-72 cursor-pointer items-center gap-2.5 rounded border border-line bg-surface px-3 text-14 text-muted transition-colors hover:border-line-control lg:me-auto lg:flex"
        >
          <Icon name="search" size={16} />
          <span className="grow text-start">{searchOrJump}</span>
          <KeyHint keys={['Mod', 'K']} />
        </button>
        <IconButton icon="search" label={searchOrJump} className="lg:hidden" onClick={open} />
        <Bell />
        <AccountMenu />
      </div>
    </header>
  );
}
