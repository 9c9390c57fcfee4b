import { readConfig } from './config.ts';
import { commands, help } from './cli/commands.ts';
import { StartupError } from './startup-error.ts';
import { version } from './version.ts';

/** `clientarea <command>`: what operators run. Prints one clear line and ends with 1 when something is not as it should be. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name = 'start', ...rest] = argv;
  if (name === '--help' || name === 'help' || rest.includes('--help')) {
    console.log(help());
    return 0;
  }
  if (name === '--version' || name === 'version') {
    console.log(version);
    return 0;
  }
  const line = [name, ...rest, ''].join(' ');
  const command = Object.entries(commands).find(([words]) => line.startsWith(`${words} `));
  if (!command) {
    console.error(`There is no command "${name}". Run clientarea --help for the list.`);
    return 2;
  }
  const [words, { run }] = command;
  try {
    return await run(readConfig(), rest.slice(words.split(' ').length - 1));
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    console.error(error.message);
    return 1;
  }
}
