import { hasStaff, makeSetupLink } from '../modules/identity/index.ts';
import type { Clientarea, Ingredients } from './compose.ts';
import type { Config } from './config.ts';

/**
 * What an empty installation begins with: the demo business, or a one-time link with which the first administrator chooses a
 * password. Returns the lines to tell whoever started it; none once there is staff.
 */
export async function firstRun(
  clientarea: Clientarea,
  made: Ingredients,
  config: Config,
  say: (line: string) => void,
): Promise<string[]> {
  const ctx = clientarea.system('first run');
  if (await ctx.read(hasStaff)) return [];
  if (config.demo) return demo(made, say);
  const token = await ctx.transact(makeSetupLink);
  return [
    'Nobody is here yet. Open this link once to become the first administrator:',
    `  ${new URL(`/setup#token=${token}`, config.publicUrl).href}`,
  ];
}

/** Loaded only when it is wanted: a first start without the demo does not pay for it. */
async function demo(made: Ingredients, say: (line: string) => void): Promise<string[]> {
  say('Setting up the demo business "Nusantara Cloud" …');
  const { fillDemo } = await import('./demo/fill-demo.ts');
  const signIns = await fillDemo(made);
  const width = Math.max(...signIns.map(({ email }) => email.length)) + 2;
  return [
    'The demo business is ready. These passwords are shown only now:',
    '',
    ...signIns.map(({ email, password, who }) => `  ${email.padEnd(width)}${password}   ${who}`),
    '',
  ];
}
