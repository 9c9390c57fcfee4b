import { hasStaff, makeSetupLink } from '../modules/identity/index.ts';
import type { Clientarea } from './compose.ts';
import type { Config } from './config.ts';

/**
 * What an empty installation begins with: a one-time link with which the first administrator chooses a password. Returns the lines
 * to tell whoever started it; none once there is staff.
 */
export async function firstRun(clientarea: Clientarea, config: Config): Promise<string[]> {
  const ctx = clientarea.system('first run');
  if (await ctx.read(hasStaff)) return [];
  const token = await ctx.transact(makeSetupLink);
  return [
    'Nobody is here yet. Open this link once to become the first administrator:',
    `  ${new URL(`/setup#token=${token}`, config.publicUrl).href}`,
  ];
}
