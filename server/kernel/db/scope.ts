import type { Membership } from '../auth/actor.ts';
import { assert } from '../values/errors.ts';
import { isId } from '../values/ids.ts';
import type { Id } from '../values/ids.ts';

/**
 * Which rows the database shows. `clients` is the portal's view: row-level security leaves the rows of these organizations,
 * of this person, and what is public. `everything` is for staff routes, jobs and the few commands that elevate on purpose.
 */
export type Scope =
  | {
      kind: 'clients';
      organizations: readonly Id<'organization'>[];
      person: Id<'person'> | null;
      /** In which of them the person sees chosen services only, and which. */
      narrowed?: { organizations: readonly Id<'organization'>[]; services: readonly Id<'service'>[] };
    }
  | { kind: 'everything' };

export const everything: Scope = { kind: 'everything' };
/** What somebody (null: an organization's own key) sees in these organizations, each as their membership there allows. */
export function scopeOf(person: Id<'person'> | null, memberships: readonly Membership[]): Scope {
  const some = memberships.filter(({ services }) => services !== null);
  const organizations = memberships.map(({ id }) => id);
  if (some.length === 0) return { kind: 'clients', organizations, person };
  const services = some.flatMap((membership) => membership.services ?? []);
  return {
    kind: 'clients',
    organizations,
    person,
    narrowed: { organizations: some.map(({ id }) => id), services },
  };
}

export const publicOnly: Scope = { kind: 'clients', organizations: [], person: null };

/**
 * The first message of a transaction. One round trip; all of it is transaction-local, so it works behind PgBouncer. Commands and not
 * `set_config`, which would be a query to plan: 0.1 ms less for every request. Ids are checked before they are put into the text,
 * since neither takes parameters.
 */
export function beginStatement(scope: Scope, mode: 'read only' | 'read write'): string {
  if (scope.kind === 'everything') {
    return `begin ${mode}; set local role clientarea_system; set local statement_timeout = '30s'`;
  }
  const { narrowed } = scope;
  const ids = [
    ...scope.organizations,
    ...(scope.person ? [scope.person] : []),
    ...(narrowed ? [...narrowed.organizations, ...narrowed.services] : []),
  ];
  assert(ids.every(isId), 'a scope holds well-formed ids');
  return (
    `begin ${mode}; set local role clientarea_portal; set local statement_timeout = '10s'; ` +
    `set local clientarea.organizations = '{${scope.organizations.join(',')}}'; ` +
    `set local clientarea.person = '${scope.person ?? ''}'` +
    (narrowed
      ? `; set local clientarea.narrowed = '{${narrowed.organizations.join(',')}}'` +
        `; set local clientarea.services = '{${narrowed.services.join(',')}}'`
      : '')
  );
}
