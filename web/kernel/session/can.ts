import { useCurrentOrganization } from './organization.ts';
import { session } from './session.ts';

/** True when the person holds the permission: as staff in the console, else in the organization of the page. */
export function useCan(permission: string): boolean {
  return usePermissions().includes(permission);
}

/** All permissions that count on this page; for filtering lists of links and commands. */
export function usePermissions(): readonly string[] {
  const organization = useCurrentOrganization();
  const staff = session.use()?.staff;
  return inConsole() ? (staff?.permissions ?? []) : (organization?.permissions ?? []);
}

export function inConsole(): boolean {
  return location.pathname === '/console' || location.pathname.startsWith('/console/');
}

/** An ability as the server answers it: `true`, or the reason why not. */
export type Ability = true | { no: string };
