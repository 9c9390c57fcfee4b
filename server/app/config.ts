import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from './folders.ts';
import { readEnvironment } from './settings.ts';
import type { Environment } from './settings.ts';
import { StartupError } from './startup-error.ts';

/** How this process runs. The only reader of the environment. */
export interface Config extends Omit<
  Environment,
  'url' | 'data' | 'demo' | 'sandboxGateway' | 'strictLimits'
> {
  production: boolean;
  publicUrl: URL;
  dataFolder: string;
  demo: boolean;
  sandboxGateway: boolean;
  strictLimits: boolean;
}

/** Throws `StartupError` that names the setting to look at. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { url, data, demo, sandboxGateway, strictLimits, ...rest } = readEnvironment(env);
  const production = env.NODE_ENV === 'production';
  if (production) {
    if (!url) throw new StartupError('CLIENTAREA_URL', 'is required in production: the address people use');
    if (url.protocol !== 'https:')
      throw new StartupError('CLIENTAREA_URL', 'must begin with https:// in production');
    if (!rest.smtp)
      throw new StartupError('CLIENTAREA_SMTP_URL', 'is required in production: the mail server');
  }
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
    strictLimits: strictLimits === 'on',
  };
}

function folder(data: string): string {
  if (data !== '') return isAbsolute(data) ? data : resolve(data);
  // PostgreSQL does not run as root, and the user it runs as cannot enter root's own folders.
  if (process.getuid?.() === 0) return '/var/lib/clientarea';
  return fileURLToPath(new URL('data', projectFolder));
}
