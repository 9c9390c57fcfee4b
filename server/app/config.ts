import { isAbsolute, resolve } from 'node:path';
import type { BlockList } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readNetworks } from '../kernel/outgoing/networks.ts';
import { projectFolder } from './folders.ts';
import { readEnvironment } from './settings.ts';
import type { Environment } from './settings.ts';
import { StartupError } from './startup-error.ts';

/** How this process runs. The only reader of the environment. */
export interface Config extends Omit<
  Environment,
  'url' | 'data' | 'demo' | 'sandboxGateway' | 'texting' | 'strictLimits' | 'outgoingNetworks'
> {
  production: boolean;
  publicUrl: URL;
  dataFolder: string;
  demo: boolean;
  sandboxGateway: boolean;
  texting: 'off' | 'sandbox';
  strictLimits: boolean;
  outgoingNetworks: BlockList;
}

/** Throws `StartupError` that names the setting to look at. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { url, data, demo, sandboxGateway, texting, strictLimits, outgoingNetworks, ...rest } =
    readEnvironment(env);
  const production = env.NODE_ENV === 'production';
  if (production) {
    if (!url) throw new StartupError('CLIENTAREA_URL', 'is required in production: the address people use');
    if (url.protocol !== 'https:')
      throw new StartupError('CLIENTAREA_URL', 'must begin with https:// in production');
    if (!rest.smtp)
      throw new StartupError('CLIENTAREA_SMTP_URL', 'is required in production: the mail server');
    if (texting === 'sandbox')
      throw new StartupError('CLIENTAREA_TEXTING', 'is not for production: staff would read the codes');
  }
  const undecided = production && Object.entries(databases(rest)).find(([, url]) => url && !saysHowSafe(url));
  if (undecided)
    throw new StartupError(
      undecided[0],
      'has to say sslmode=verify-full, or sslmode=disable where only you can listen',
    );
  if (rest.readUrl && !rest.databaseUrl) throw new StartupError('DATABASE_READ_URL', 'needs DATABASE_URL');
  if (rest.directUrl && !rest.databaseUrl)
    throw new StartupError('DATABASE_DIRECT_URL', 'needs DATABASE_URL');
  const isDemo = demo === 'on' && !production;
  return {
    ...rest,
    production,
    publicUrl: url ?? new URL(`http://localhost:${rest.port}`),
    dataFolder: folder(data),
    demo: isDemo,
    sandboxGateway: isDemo || sandboxGateway === 'on',
    texting: texting ?? (isDemo ? 'sandbox' : 'off'),
    strictLimits: strictLimits === 'on',
    outgoingNetworks: outgoingNetworks ?? readNetworks(production ? '' : '127.0.0.0/8, ::1'),
  };
}

function databases({
  databaseUrl,
  directUrl,
  readUrl,
}: Pick<Environment, 'databaseUrl' | 'directUrl' | 'readUrl'>) {
  return { DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: directUrl, DATABASE_READ_URL: readUrl };
}

/** On another machine, whether the way there is encrypted must be said. */
function saysHowSafe({ hostname, searchParams }: URL): boolean {
  const host = searchParams.get('host') ?? hostname;
  return searchParams.has('sslmode') || host === '' || host.startsWith('/') || isThisMachine(host);
}

/** By the names that people give it. */
export function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host);
}

function folder(data: string): string {
  if (data !== '') return isAbsolute(data) ? data : resolve(data);
  // PostgreSQL does not run as root, and the user it runs as cannot enter root's own folders.
  if (process.getuid?.() === 0) return '/var/lib/clientarea';
  return fileURLToPath(new URL('data', projectFolder));
}
