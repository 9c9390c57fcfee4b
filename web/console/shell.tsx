import { PageOutlet } from '../kernel/pages/outlet.tsx';
import { useState } from 'react';
import { overlay } from '../kernel/palette/overlay.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { IconButton } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ConsoleMark } from './console-mark.tsx';
import { NavList } from './nav-list.tsx';
import { useConsoleText } from './text/index.ts';

const widthKey = 'console-rail';

/** The staff console around a page: full width, dense, a rail that can be narrowed. */
export function ConsoleShell() {
  const kernel = useKernelText();
  const text = useConsoleText();
  const [narrow, setNarrow] = useState(localStorage.getItem(widthKey) === 'narrow');
  const [menuOpen, setMenuOpen] = useState(false);

  function toggle() {
    localStorage.setItem(widthKey, narrow ? 'wide' : 'narrow');
    setNarrow(!narrow);
  }

  return (
    <div
      className={classes(
        'console lg:grid lg:min-h-dvh',
        narrow ? 'lg:grid-cols-[3.75rem_1fr]' : 'lg:grid-cols-[13.5rem_1fr]',
      )}
    >
      <a href="#main" className="skip-link">
        {kernel.skipToContent}
      </a>
      <aside className="no-print sticky top-0 hidden h-dvh flex-col gap-4 overflow-x-hidden overflow-y-auto border-e border-line bg-surface p-2.5 lg:flex">
        <ConsoleMark narrow={narrow} />
        <div className="grow">
          <NavList narrow={narrow} />
        </div>
        <IconButton
          icon="panel"
          label={narrow ? text.expand : text.collapse}
          className={narrow ? 'mx-auto' : ''}
          onClick={toggle}
        />
      </aside>
      <div className="min-w-0">
        <header className="no-print sticky top-0 z-20 flex h-13 items-center gap-1 border-b border-line bg-surface px-2 lg:px-5">
          <IconButton icon="menu" label={text.menu} className="lg:hidden" onClick={() => setMenuOpen(true)} />
          <button
            type="button"
            onClick={() => overlay.set('palette')}
            className="me-auto flex h-11 cursor-pointer items-center gap-2.5 rounded px-2.5 text-14 text-muted transition-colors hover:bg-sunken lg:h-8 lg:w-80 lg:border lg:border-line"
          >
            <Icon name="search" size={16} />
            <span className="grow text-start">{kernel.searchOrJump}</span>
            <KeyHint keys={['Mod', 'K']} />
          </button>
          <AccountMenu />
        </header>
        <main id="main" tabIndex={-1} className="px-3 pt-4 pb-24 sm:px-5 lg:pb-10">
          <PageOutlet />
        </main>
      </div>
      <Dialog open={menuOpen} onClose={() => setMenuOpen(false)} title={text.nav.label}>
        <NavList onChoose={() => setMenuOpen(false)} />
      </Dialog>
    </div>
  );
}
