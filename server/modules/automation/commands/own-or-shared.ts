import type { Session } from '../../../kernel/auth/actor.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { notYours, unknownVariable } from '../contract.ts';
import { unknownVariables } from '../domain/variables.ts';
import { manageShared } from '../permissions.ts';

/** Errors: `not_yours` where something is for everybody at the desk and this person's role does not decide that. */
export function requireMayShare({ staffRoles }: Session, shared: boolean): void {
  if (shared && !mayAsStaff(manageShared, staffRoles)) throw new Problem(notYours);
}

/** The row, where this person may change it. Errors: `not_found` also for what belongs to a colleague alone; `not_yours`. */
export function requireMayChange<Row extends { owner_id: string | null }>(
  session: Session,
  row: Row | undefined,
): Row {
  if (!row || (row.owner_id !== null && row.owner_id !== session.person.id)) throw new Problem(notFound);
  requireMayShare(session, row.owner_id === null);
  return row;
}

/** Errors: `unknown_variable` naming the fields, whose texts have something in braces that nothing stands for. */
export function requireKnownVariables(texts: Record<string, string | null | undefined>): void {
  const fields = Object.entries(texts).flatMap(([path, text]) =>
    unknownVariables(text ?? '')
      .slice(0, 1)
      .map((name) => ({ path, code: unknownVariable.code, message: `{{${name}}} is no variable` })),
  );
  if (fields.length > 0) throw new Problem(unknownVariable, { fields });
}
