import { priorities } from '../../support/index.ts';
import type { Priority } from '../../support/index.ts';

/** The more urgent of two: escalation never makes a ticket wait longer. */
export function raisedTo(now: Priority, wanted: Priority): Priority {
  return priorities.indexOf(wanted) < priorities.indexOf(now) ? wanted : now;
}
