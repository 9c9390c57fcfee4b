import { StartupError } from './startup-error.ts';

/** One environment variable: what it is for, and how its text is read. A reader throws with what is wrong, in a few words. */
export interface EnvironmentSetting<Value> {
  readonly name: string;
  readonly about: string;
  readonly fallback: string;
  readonly read: (text: string) => Value;
}

const text = (value: string) => value;

function url(...protocols: string[]) {
  return (value: string): URL => {
    if (!URL.canParse(value)) throw new Error('is not a URL');
    const parsed = new URL(value);
    if (!protocols.includes(parsed.protocol))
      throw new Error(`must begin with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    return parsed;
  };
}

function integer(least: number, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new Error(`must be a whole number from ${least} to ${most}`);
    return number;
  };
}

function oneOf<const Choice extends string>(...choices: Choice[]) {
  return (value: string): Choice => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw new Error(`must be ${choices.join(' or ')}`);
    return found;
  };
}

const database = url('postgresql:', 'postgres:');
const optional =
  <Value>(read: (value: string) => Value) =>
  (value: string): Value | null =>
    value === '' ? null : read(value);

function setting<Value>(
  name: string,
  fallback: string,
  about: string,
  read: (text: string) => Value,
): EnvironmentSetting<Value> {
  return { name, about, fallback, read };
}

/** Every variable Clientarea reads. The operator guide's table and `--help` are made from this list. */
export const settings = {
  port: setting('PORT', '3000', 'Port to listen on.', integer(0, 65_535)),
  host: setting('CLIENTAREA_HOST', 'localhost', 'Address to listen on; 0.0.0.0 inside a container.', text),
  url: setting(
    'CLIENTAREA_URL',
    '',
    'The address people use, such as https://portal.example.com. Required in production.',
    optional(url('http:', 'https:')),
  ),
  data: setting(
    'CLIENTAREA_DATA',
    '',
    'The data folder: database, files, secrets. Default ./data, for root /var/lib/clientarea.',
    text,
  ),
  demo: setting(
    'CLIENTAREA_DEMO',
    'on',
    'Fill an empty data folder with a demo business. Always off in production.',
    oneOf('on', 'off'),
  ),
  sandboxGateway: setting(
    'CLIENTAREA_SANDBOX_GATEWAY',
    'off',
    'Offer the sandbox gateway, which moves no money, also without the demo.',
    oneOf('on', 'off'),
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    '',
    'An external PostgreSQL 15 or newer instead of the embedded one.',
    optional(database),
  ),
  directUrl: setting(
    'DATABASE_DIRECT_URL',
    '',
    'The same database without a pooler in between, for LISTEN. Default DATABASE_URL.',
    optional(database),
  ),
  readUrl: setting('DATABASE_READ_URL', '', 'A read replica for pages that only read.', optional(database)),
  poolSize: setting('CLIENTAREA_POOL', '10', 'Connections to the database for requests.', integer(2, 200)),
  roles: setting(
    'CLIENTAREA_ROLE',
    'all',
    'What this process does: all, web (requests only) or worker (jobs only).',
    oneOf('all', 'web', 'worker'),
  ),
  smtp: setting(
    'CLIENTAREA_SMTP_URL',
    '',
    'Mail server, smtp://user:password@host:587 or smtps://. Without it mail is only shown in the console. Required in production.',
    optional(url('smtp:', 'smtps:')),
  ),
  mailFrom: setting(
    'CLIENTAREA_MAIL_FROM',
    'clientarea@localhost',
    'Sender address of all mail.',
    (value) => {
      if (!/^[^@\s]+@[^@\s]+$/.test(value)) throw new Error('is not a mail address');
      return value;
    },
  ),
  trustProxy: setting(
    'CLIENTAREA_TRUST_PROXY',
    '',
    'Addresses of reverse proxies whose X-Forwarded-* headers are believed, comma separated.',
    (value) => (value === '' ? false : value),
  ),
  requestsPerMinute: setting(
    'CLIENTAREA_REQUESTS_PER_MINUTE',
    '1200',
    'Requests a minute for one person or address; 0 for no limit.',
    integer(0, 10_000_000),
  ),
  strictLimits: setting(
    'CLIENTAREA_STRICT_LIMITS',
    'on',
    'The tighter limits of sign-in and the like; off only for load tests.',
    oneOf('on', 'off'),
  ),
  rootKey: setting(
    'CLIENTAREA_ROOT_KEY',
    '',
    'Root key of sealed columns, 32 bytes as base64. Default: made once in the data folder.',
    (value) => {
      if (value === '') return null;
      const key = Buffer.from(value, 'base64');
      if (key.length !== 32) throw new Error('must be 32 bytes in base64');
      return key;
    },
  ),
  postgresBin: setting(
    'CLIENTAREA_POSTGRES_BIN',
    '',
    'Folder with postgres and initdb to use instead of the bundled ones.',
    text,
  ),
  metricsToken: setting(
    'CLIENTAREA_METRICS_TOKEN',
    '',
    'Bearer token that /metrics asks for. Without it /metrics answers to this machine only.',
    text,
  ),
  drainSeconds: setting(
    'CLIENTAREA_DRAIN_SECONDS',
    '20',
    'How long requests and jobs may take to finish when told to stop.',
    integer(1, 600),
  ),
  logLevel: setting(
    'CLIENTAREA_LOG_LEVEL',
    'info',
    'What is logged: debug, info, warn or error.',
    oneOf('debug', 'info', 'warn', 'error'),
  ),
} as const;

type Settings = typeof settings;
export type Environment = { [Key in keyof Settings]: ReturnType<Settings[Key]['read']> };

/** Reads all settings. Throws `StartupError` naming the variable that is malformed or not known here. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const known = new Set(Object.values(settings).map(({ name }) => name));
  const unknown = Object.keys(env).find((name) => name.startsWith('CLIENTAREA_') && !known.has(name));
  if (unknown) throw new StartupError(unknown, 'is not a setting of this version; see --help for the list');
  const entries = Object.entries(settings).map(([key, { name, fallback, read }]) => {
    try {
      return [key, (read as (value: string) => unknown)((env[name] ?? fallback).trim())];
    } catch (error) {
      throw new StartupError(name, (error as Error).message);
    }
  });
  return Object.fromEntries(entries) as Environment;
}
