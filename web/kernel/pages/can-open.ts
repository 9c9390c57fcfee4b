import type { Path } from '../paths.ts';
import { usePermissions } from '../session/can.ts';
import { matchPath } from './page-list.ts';

/**
 * Tells which paths lead to a page that exists and that this person's role includes. Navigation and the palette ask
 * it, so the permission of a page is written once, where the page is declared.
 */
export function useCanOpen(): (to: Path) => boolean {
  const permissions = usePermissions();
  return (to) => {
    const entry = matchPath(to.split('?')[0]!)?.entry;
    return entry !== undefined && (!entry.need || permissions.includes(entry.need));
  };
}
