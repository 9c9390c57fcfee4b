import { type Path, paths } from '../paths.ts';
import { shellName } from '../session/can.ts';
import { lastOrganization, membershipOf, rememberOrganization } from '../session/organization.ts';
import { session } from '../session/session.ts';
import type { PageMatch } from './match.ts';

/** Where `/` leads: the organization last visited, else the first; without one staff go to work, others make their first. */
function home(): Path {
  const last = membershipOf(lastOrganization() ?? undefined) ?? session.get()?.organizations[0];
  if (last) return paths.organization(last.slug).home();
  return session.get()?.staff ? paths.consoleHome() : paths.newOrganization();
}

/** Decides about an address before anything is loaded: elsewhere, nowhere, or (null) welcome. */
export function guard(
  pathname: string,
  href: string,
  match: PageMatch | null,
): { redirect: Path } | { missing: true } | null {
  const current = session.get();
  if (match?.entry.frame) return null;
  if (!current) return { redirect: paths.signIn(href) };
  if (shellName() === 'console') return current.staff && match ? null : { missing: true };
  if (pathname === '/') return { redirect: home() };
  const slug = match?.params.slug;
  if (slug && !membershipOf(slug)) return { missing: true };
  if (slug) rememberOrganization(slug);
  return match ? null : { missing: true };
}
