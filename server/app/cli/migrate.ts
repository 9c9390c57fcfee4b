import type { Config } from '../config.ts';
import { upgrade } from '../upgrade.ts';
import { withDatabase } from './with-database.ts';

export async function migrate(config: Config): Promise<number> {
  const ran = await withDatabase(config, ({ directUrl }) => upgrade(directUrl));
  console.log(
    ran.length === 0
      ? 'The database is at this version already.'
      : `Ran ${ran.length} migrations:\n  ${ran.join('\n  ')}`,
  );
  return 0;
}
