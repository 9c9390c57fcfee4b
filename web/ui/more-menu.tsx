import { Icon } from './icon.tsx';
import type { MenuItem } from './menu-item.ts';
import { Menu } from './menu.tsx';

/** The three dots: secondary acts of a page or row. */
export function MoreMenu({ label, groups }: { label: string; groups: readonly (readonly MenuItem[])[] }) {
  return (
    <Menu
      label={label}
      groups={groups}
      className="relative z-1 inline-grid size-11 place-items-center rounded text-muted transition-colors hover:bg-sunken hover:text-ink sm:size-9"
    >
      <Icon name="more" />
    </Menu>
  );
}
