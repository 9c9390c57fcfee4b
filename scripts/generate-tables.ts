import { execFileSync } from 'node:child_process';
import { prepareDatabase } from '../server/app/prepare-database.ts';
import { upgrade } from '../server/app/upgrade.ts';
import { throwawayServer } from '../server/test/kit/throwaway-server.ts';

/** Writes the table types from a freshly migrated database; `--verify` fails instead when they are not current. */
const server = await throwawayServer();
try {
  const url = await prepareDatabase(server.adminUrl, 'clientarea', 'generate-only');
  await upgrade(url);
  const types = {
    int8: 'ColumnType<bigint, bigint | number | string, bigint | number | string>',
    timestamptz: 'Date',
    date: 'CalendarDate',
    inet: 'string',
  };
  execFileSync(
    'npx',
    [
      'kysely-codegen',
      ['--url', url],
      ['--dialect', 'postgres'],
      ['--exclude-pattern', 'pgboss.*'],
      ['--type-mapping', JSON.stringify(types)],
      [
        '--custom-imports',
        JSON.stringify({ CalendarDate: '../values/dates.ts#CalendarDate', ColumnType: 'kysely#ColumnType' }),
      ],
      ['--out-file', 'server/kernel/db/tables.gen.ts'],
      process.argv.includes('--verify') ? ['--verify'] : [],
    ].flat(),
    { stdio: 'inherit' },
  );
} finally {
  await server.stop();
}
