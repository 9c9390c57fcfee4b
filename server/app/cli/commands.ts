import type { Config } from '../config.ts';
import { settings } from '../settings.ts';

export interface Command {
  usage: string;
  about: string;
  /** Returns the exit code. */
  run(config: Config, args: readonly string[]): Promise<number>;
}

/** Loaded when they are run: help and refusals come at once. Longer names first, so that they are found before their beginnings. */
export const commands: Record<string, Command> = {
  'audit verify': {
    usage: 'audit verify',
    about: 'Read the whole chain of facts and say whether it is intact.',
    run: async (config) => (await import('./audit-verify.ts')).auditVerify(config),
  },
  'keys rotate': {
    usage: 'keys rotate',
    about: 'Seal new values with a new key; older ones still open.',
    run: async (config) => (await import('./keys-rotate.ts')).keysRotate(config),
  },
  'user create': {
    usage: 'user create EMAIL NAME [ROLE,ROLE]',
    about: 'Make somebody staff (administrator unless roles are named) and print a password.',
    run: async (...given) => (await import('./user-create.ts')).userCreate(...given),
  },
  start: {
    usage: 'start',
    about: 'Start the portal, the console, the API and the workers. The default.',
    run: async (config) => (await import('./serve.ts')).serve(config),
  },
  migrate: {
    usage: 'migrate',
    about: 'Bring the database to this version and end.',
    run: async (config) => (await import('./migrate.ts')).migrate(config),
  },
  backup: {
    usage: 'backup FILE',
    about: 'Copy the embedded database and all files into FILE while everything runs.',
    run: async (...given) => (await import('./backup.ts')).backup(...given),
  },
  restore: {
    usage: 'restore FILE',
    about: 'Put a backup into an empty data folder.',
    run: async (...given) => (await import('./backup.ts')).restore(...given),
  },
  doctor: {
    usage: 'doctor',
    about: 'Check settings, folder, database, chain and ledger, and say what is wrong.',
    run: async (config) => (await import('./doctor.ts')).doctor(config),
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
