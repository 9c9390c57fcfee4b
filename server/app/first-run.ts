import { assert } from '../kernel/values/errors.ts';
import { hasStaff, makeSetupLink } from '../modules/identity/index.ts';
import type { Clientarea, Ingredients } from './compose.ts';
import type { Config } from './config.ts';
import type { SandboxGateway } from './sandbox-gateway.ts';

/**
 * What an empty installation begins with: the demo business, or a one-time link with which the first administrator chooses a
 * password. Returns the lines to tell whoever started it; none once there is staff.
 */
export async function firstRun(
  clientarea: Clientarea,
  of: { made: Ingredients; sandbox: SandboxGateway | null },
  config: Config,
  say: (line: string) => void,
): Promise<string[]> {
  const ctx = clientarea.system('first run');
  if (await ctx.read(hasStaff)) return [];
  if (config.demo) return demo(of, say);
  const token = await ctx.transact(makeSetupLink);
  return [
    'Nobody is here yet. Open this link once to become the first administrator:',
    `  ${new URL(`/setup#token=${token}`, config.publicUrl).href}`,
  ];
}

/** Loaded only when it is wanted: a first start without the demo does not pay for it. */
async function demo(
  { made, sandbox }: { made: Ingredients; sandbox: SandboxGateway | null },
  say: (line: string) => void,
): Promise<string[]> {
  assert(sandbox, 'the demo business is paid through the sandbox gateway');
  say('Setting up the demo business "Nusantara Cloud" …');
  const { fillDemo } = await import('./demo/fill-demo.ts');
  const signIns = await fillDemo(made, sandbox.another());
  const width = Math.max(...signIns.map(({ email }) => email.length)) + 2;
  return [
    'The demo business is ready. These passwords are shown only now:',
    '',
    ...signIns.map(({ email, password, who }) => `  ${email.padEnd(width)}${password}   ${who}`),
    '',
  ];
}
