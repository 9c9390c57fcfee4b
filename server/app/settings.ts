import { Resolver } from 'node:dns';
import { readFileSync } from 'node:fs';
import { readNetworks } from '../kernel/outgoing/networks.ts';
import { isTimeZone } from '../kernel/values/dates.ts';
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

/** A path, or host:port. */
const socket = (value: string): { path: string } | { host: string; port: number } => {
  if (value.startsWith('/')) return { path: value };
  const [, host, port] = /^([^\s/:]+|\[[\da-f:]+\]):(\d{1,5})$/.exec(value) ?? [];
  if (!host) throw new Error('must be the path of a socket, or host:port');
  return { host: host.replace(/^\[|\]$/g, ''), port: integer(1, 65_535)(port!) };
};
/** Where a database says `sslmode`: any but these two would take whatever certificate it is shown, or none. */
const database = (value: string): URL => {
  const parsed = url('postgresql:', 'postgres:')(value);
  const asked = [...parsed.searchParams].find(
    ([name, mode]) =>
      /^(ssl|uselibpqcompat|sslnegotiation)$/.test(name) ||
      (name === 'sslmode' && !/^(verify-full|disable)$/.test(mode)),
  );
  if (asked) throw new Error('may say sslmode=verify-full (with sslrootcert=FILE) or sslmode=disable only');
  return parsed;
};
const mailServer = (value: string): URL => {
  const parsed = url('smtp:', 'smtps:')(value);
  if ([...parsed.searchParams].some(([name, choice]) => name !== 'ignoreTLS' || choice !== 'true'))
    throw new Error('may say nothing after a question mark but ignoreTLS=true');
  return parsed;
};
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
  timeZone: setting(
    'CLIENTAREA_TIME_ZONE',
    'Asia/Jakarta',
    'Time zone of the business, an IANA name: for visitors, and for mails to people who have not chosen one.',
    (value) => {
      if (!isTimeZone(value)) throw new Error('must be an IANA time zone, such as Asia/Makassar');
      return value;
    },
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
    'An external PostgreSQL 15 or newer instead of the embedded one. In production on another machine it says sslmode=verify-full, or sslmode=disable.',
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
    'Mail server, smtp://user:password@host:587 (STARTTLS) or smtps://. Only a server that says ?ignoreTLS=true, or is this machine, may do without TLS. Without it mail is only shown in the console. Required in production.',
    optional(mailServer),
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
  countries: setting(
    'CLIENTAREA_COUNTRIES',
    '',
    'A newer table of the countries of addresses, a file in the MaxMind format (.mmdb), instead of the one that is shipped.',
    optional(text),
  ),
  nameServers: setting(
    'CLIENTAREA_NAME_SERVERS',
    '',
    'Name servers to ask for the records that prove mail domains, comma separated, such as 192.0.2.53. Default: those of the machine.',
    optional((value) => {
      const servers = value.split(',').map((server) => server.trim());
      new Resolver().setServers(servers);
      return servers;
    }),
  ),
  clamd: setting(
    'CLIENTAREA_CLAMD',
    '',
    "ClamAV's clamd, which looks at every upload before anybody gets it: the path of its socket, or host:port. Without it nobody looks.",
    optional(socket),
  ),
  texting: setting(
    'CLIENTAREA_TEXTING',
    '',
    'Who sends texts to phones: off, or sandbox, which only shows them in the console. Default off, sandbox in the demo.',
    optional(oneOf('off', 'sandbox')),
  ),
  trustProxy: setting(
    'CLIENTAREA_TRUST_PROXY',
    '',
    'Addresses of reverse proxies whose X-Forwarded-* headers are believed, comma separated.',
    (value) => (value === '' ? false : value),
  ),
  outgoingNetworks: setting(
    'CLIENTAREA_OUTGOING_NETWORKS',
    '',
    'Networks of yours that addresses entered in the console may lead to, also without TLS, such as 10.20.0.0/16, comma separated. All others must be public and https. Outside production this machine itself is allowed.',
    optional(readNetworks),
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

/**
 * Reads all settings. `NAME_FILE` names a file that holds the value, as containers and vaults hand over secrets. Throws `StartupError`
 * naming the variable that is malformed or not known here.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const known = new Set(Object.values(settings).map(({ name }) => name));
  const unknown = Object.keys(env).find(
    (name) => name.startsWith('CLIENTAREA_') && !known.has(name.replace(/_FILE$/, '')),
  );
  if (unknown) throw new StartupError(unknown, 'is not a setting of this version; see --help for the list');
  const entries = Object.entries(settings).map(([key, { name, fallback, read }]) => {
    try {
      return [key, (read as (value: string) => unknown)((textOf(env, name) ?? fallback).trim())];
    } catch (error) {
      throw new StartupError(name, (error as Error).message);
    }
  });
  return Object.fromEntries(entries) as Environment;
}

function textOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name];
  if (env[name]) throw new Error(`is said twice, here and in ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot be read from ${file} (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
}
