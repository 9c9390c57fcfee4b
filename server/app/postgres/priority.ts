import { constants, setPriority } from 'node:os';

/**
 * Lets a process of our own PostgreSQL have what processor time the others leave, and some of it always: whoever waits for a lock that it
 * holds waits for it to go on. It cannot be taken back; it ends with the connection.
 */
export function yieldToOthers(processId: number): void {
  try {
    setPriority(processId, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended, or the system does not allow it: it works as fast as the others then.
  }
}
