import { systemClock } from '../../kernel/clock.ts';
import type { Config } from '../config.ts';
import { keptSecret } from '../data-folder.ts';
import { rotateKeys } from '../keys.ts';
import { withDatabase } from './with-database.ts';

export async function keysRotate(config: Config): Promise<number> {
  const id = await withDatabase(config, async ({ directUrl }, folder) => {
    const root = config.rootKey ?? (await keptSecret(folder, 'root-key'));
    return rotateKeys(directUrl, root, systemClock.now());
  });
  console.log(`New values are sealed with key ${id} in three minutes, when every process has learned of it.`);
  return 0;
}
