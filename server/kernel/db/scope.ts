import { assert } from '../values/errors.ts';
import { isId } from '../values/ids.ts';
import type { Id } from '../values/ids.ts';

/**
 * Which rows the database shows. `clients` is the portal's view: row-level security leaves the rows of these organizations,
 * of this person, and what is public. `everything` is for staff routes, jobs and the few commands that elevate on purpose.
 */
export type Scope =
  | { kind: 'clients'; organizations: readonly Id<'organization'>[]; person: Id<'person'> | null }
  | { kind: 'everything' };

export const everything: Scope = { kind: 'everything' };
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
  const ids = [...scope.organizations, ...(scope.person ? [scope.person] : [])];
  assert(ids.every(isId), 'a scope holds well-formed ids');
  return (
    `begin ${mode}; set local role clientarea_portal; set local statement_timeout = '10s'; ` +
    `set local clientarea.organizations = '{${scope.organizations.join(',')}}'; ` +
    `set local clientarea.person = '${scope.person ?? ''}'`
  );
}
