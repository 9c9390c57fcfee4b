import { useVisit } from '../pages/visit.ts';
import { paths } from '../paths.ts';
import type { Membership } from './session.ts';
import { session } from './session.ts';

const lastKey = 'organization';

/** The membership a slug names, or undefined when the person has none there. */
export function membershipOf(slug: string | undefined): Membership | undefined {
  return session.get()?.organizations.find((organization) => organization.slug === slug);
}

/**
 * The organization of the page: the one in the URL, else (account pages) the one last visited, else the first.
 * Null when the person belongs to none.
 */
export function useCurrentOrganization(): Membership | null {
  const { slug } = useVisit().params;
  const organizations = session.use()?.organizations ?? [];
  const wanted = slug ?? localStorage.getItem(lastKey);
  return organizations.find((one) => one.slug === wanted) ?? (slug ? null : (organizations[0] ?? null));
}

/** The organization in the URL with its paths and API base, on pages under `/o/:slug`. */
export function useOrganization() {
  const organization = useCurrentOrganization();
  if (!organization) throw new Error('useOrganization outside /o/:slug');
  return {
    ...organization,
    to: paths.organization(organization.slug),
    api: `/api/organizations/${organization.id}`,
  };
}

export function rememberOrganization(slug: string): void {
  localStorage.setItem(lastKey, slug);
}

export function lastOrganization(): string | null {
  return localStorage.getItem(lastKey);
}
