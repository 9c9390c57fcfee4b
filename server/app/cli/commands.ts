import type { Config } from '../config.ts';
import { settings } from '../settings.ts';
import { auditVerify } from './audit-verify.ts';
import { backup, restore } from './backup.ts';
import { doctor } from './doctor.ts';
import { keysRotate } from './keys-rotate.ts';
import { migrate } from './migrate.ts';
import { serve } from './serve.ts';
import { userCreate } from './user-create.ts';

export interface Command {
  usage: string;
  about: string;
  /** Returns the exit code. */
  run(config: Config, args: readonly string[]): Promise<number>;
}

/** Longer names first: `user create` is found before anything that begins alike. */
export const commands: Record<string, Command> = {
  'audit verify': {
    usage: 'audit verify',
    about: 'Read the whole chain of facts and say whether it is intact.',
    run: auditVerify,
  },
  'keys rotate': {
    usage: 'keys rotate',
    about: 'Seal new values with a new key; older ones still open.',
    run: keysRotate,
  },
  'user create': {
    usage: 'user create EMAIL NAME [ROLE,ROLE]',
    about: 'Make somebody staff (administrator unless roles are named) and print a password.',
    run: userCreate,
  },
  start: {
    usage: 'start',
    about: 'Start the portal, the console, the API and the workers. The default.',
    run: serve,
  },
  migrate: { usage: 'migrate', about: 'Bring the database to this version and end.', run: migrate },
  backup: {
    usage: 'backup FILE',
    about: 'Copy the embedded database and all files into FILE while everything runs.',
    run: backup,
  },
  restore: { usage: 'restore FILE', about: 'Put a backup into an empty data folder.', run: restore },
  doctor: {
    usage: 'doctor',
    about: 'Check settings, folder, database, chain and ledger, and say what is wrong.',
    run: doctor,
  },
};

export function help(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length)) + 2;
  const lines = Object.values(commands).map(({ usage, about }) => `  ${usage.padEnd(width)}${about}`);
  const variables = Object.values(settings).map(
    ({ name, about, fallback }) => `  ${name}${fallback === '' ? '' : `=${fallback}`}\n      ${about}`,
  );
  return [
    'clientarea: a client portal for businesses that sell services',
    '',
    'Usage: clientarea [COMMAND]',
    '',
    ...lines,
    '',
    'Settings, as environment variables:',
    '',
    ...variables,
  ].join('\n');
}
