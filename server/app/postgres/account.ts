import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { StartupError } from '../startup-error.ts';

const execute = promisify(execFile);

/** Whom PostgreSQL's programs run as; without `uid`, the user of this process. */
export interface Account {
  name: string;
  uid?: number;
  gid?: number;
}

/**
 * Variables such as PGPORT would change what PostgreSQL does, and ours hold secrets. Windows programs do not
 * start without theirs.
 */
export const environment: NodeJS.ProcessEnv =
  process.platform === 'win32' ? process.env : { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * PostgreSQL refuses root: root drops to the owner of the data, else `postgres`, else `nobody`.
 * Throws StartupError when there is no such account or the data belongs to somebody else.
 */
export function postgresAccount(dataDirectory: string): Account {
  const uid = process.getuid?.();
  if (uid === undefined) return { name: 'the current user' };
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (owner && owner.uid !== uid)
      throw new StartupError(
        'CLIENTAREA_DATA',
        `${dataDirectory} belongs to user id ${owner.uid}, not to this process's user id ${uid}`,
      );
    return { name: `user id ${uid}` };
  }
  const accounts = knownAccounts();
  if (owner && owner.uid !== 0) {
    const name = accounts.find((account) => account.uid === owner.uid)?.name ?? `user id ${owner.uid}`;
    return { name, uid: owner.uid, gid: owner.gid };
  }
  const found = ['postgres', '_postgres', 'nobody'].map((name) => accounts.find((one) => one.name === name));
  const account = found.find((one) => one !== undefined && one.uid !== 0);
  if (!account)
    throw new StartupError(
      'DATABASE_URL',
      'PostgreSQL does not run as root and there is no user postgres or nobody to run it as; start as another user, or name a server',
    );
  return account;
}

/** initdb looks its own user up by id, which random container user ids do not survive. */
export function requireNamedUser(): void {
  try {
    userInfo();
  } catch (error) {
    throw new StartupError(
      'DATABASE_URL',
      `user id ${process.getuid?.()} has no line in /etc/passwd, which PostgreSQL needs to make its data; run as a named user, or name a server`,
      { cause: error },
    );
  }
}

/** Whether the account can enter the folder, asked of the system itself, so that ACLs and mounts count. */
export async function canEnter(account: Account, directory: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  return runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', directory]).then(
    () => true,
    () => false,
  );
}

/**
 * Runs a program to its end as the account; resolves to its standard output, rejects with `code` and
 * `stderr`.
 */
export async function runAs(account: Account, program: string, args: string[]): Promise<string> {
  // Not in our working directory, which the account may be unable to enter.
  const { stdout } = await execute(program, args, {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    env: environment,
    windowsHide: true,
  });
  return stdout;
}

function knownAccounts(): Required<Account>[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .filter((line) => /^[^#:]+:[^:]*:-?\d+:-?\d+:/.test(line))
    .map((line) => {
      const [name, , uid, gid] = line.split(':') as [string, string, string, string];
      return { name, uid: Number(uid), gid: Number(gid) };
    });
}
