import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import type { Path } from '../paths.ts';
import { preload } from './load-page.ts';
import { go, leavesShell } from './go.ts';
import { matchPath } from './page-list.ts';
import { useVisit } from './visit.ts';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: Path;
  replace?: boolean;
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Goes to a page. */
export function goTo(to: Path, options?: { replace?: boolean }): void {
  void go(to, options);
}

function preloadPath(to: Path) {
  const { pathname, search } = new URL(to, location.origin);
  const match = leavesShell(to) ? null : matchPath(pathname);
  if (match) preload(match, search);
}

/** A link to a page: a real address, followed without a reload, loaded ahead when pointer or focus comes near. */
export function Link({ to, replace, onClick, ...rest }: LinkProps) {
  const ahead = () => preloadPath(to);
  return (
    <a
      {...rest}
      href={to}
      onPointerEnter={ahead}
      onFocus={ahead}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainClick(event) || rest.target) return;
        event.preventDefault();
        goTo(to, { replace });
      }}
    />
  );
}

/** How a path relates to the page on screen: the page itself, an ancestor of it, or neither. */
export function useActive(to: Path): 'page' | 'ancestor' | null {
  const { pathname } = useVisit();
  const target = to.split('?')[0]!;
  if (pathname === target) return 'page';
  return pathname.startsWith(`${target}/`) ? 'ancestor' : null;
}
