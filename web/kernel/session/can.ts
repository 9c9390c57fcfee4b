import { useCurrentOrganization } from './organization.ts';
import type { Session, ShellName } from './session.ts';
import { session } from './session.ts';

export const inConsole = (path: string) => /^\/console(?=\/|\?|$)/.test(path);

let shell: ShellName = 'portal';

/** Set once at the start. */
export function setShellName(name: ShellName): void {
  shell = name;
}

/** Which of the two shells this document is. */
export const shellName = (): ShellName => shell;

/** What counts: the staff permissions in the console, those in one organization in the portal. */
export function permissionsIn(
  shell: ShellName,
  current: Session | null,
  slug: string | undefined,
): readonly string[] {
  if (shell === 'console') return current?.staff?.permissions ?? [];
  return current?.organizations.find((one) => one.slug === slug)?.permissions ?? [];
}

/** All permissions that count on this page; for filtering lists of links and commands. */
export function usePermissions(): readonly string[] {
  const organization = useCurrentOrganization();
  return permissionsIn(shellName(), session.use(), organization?.slug);
}

/** True when the person holds the permission: as staff in the console, else in the organization of the page. */
export function useCan(permission: string): boolean {
  return usePermissions().includes(permission);
}

/** An ability as the server answers it: `true`, or the reason why not. */
export type Ability = true | { no: string };
