import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { ArchiveWriter } from './archive-writer.ts';
import { BackupError, MANIFEST, PASSWORD, platform } from './backup-format.ts';
import type { BackupManifest } from './backup-format.ts';

/**
 * PostgreSQL makes the contents of these anew at its start; the log is added at the end, as far as it is
 * needed.
 */
const LEFT_EMPTY = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
]);
const LEFT_OUT = /^(?:postmaster\.(?:pid|opts)|backup_label(?:\.old)?|pg_internal\.init|pgsql_tmp.*)$/;
const CONTROL = 'global/pg_control';

/**
 * Copies a running cluster into one gzipped tar of mode 0600 at `to`, which appears there only when it is
 * whole. Everything committed before the copy of the database ended is in it; `files` is copied after that,
 * so each file that a row names and nobody deleted is there. Needs the superuser and the file system of the
 * server. Rejects with BackupError or the system's error.
 */
export async function backupCluster(options: {
  adminUrl: string;
  /** PGDATA */
  dataDirectory: string;
  /** A folder of plain files to include. */
  files?: string;
  to: string;
  now: Date;
}): Promise<BackupManifest> {
  const { adminUrl, dataDirectory, files, to, now } = options;
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: 'backup',
    statement_timeout: 0,
  });
  client.on('error', () => {});
  await client.connect();
  const archive = new ArchiveWriter(to, now);
  try {
    const { version, stopLsn } = await copyDatabase(client, dataDirectory, archive, now);
    await archive.addBytes(PASSWORD, Buffer.from(client.password ?? ''));
    if (files) await copyTree(archive, files, 'files');
    const manifest: BackupManifest = {
      format: 1,
      postgres: version,
      platform,
      takenAt: now.toISOString(),
      stopLsn,
      members: archive.members,
      bytes: archive.bytes,
      sha256: archive.sha256,
    };
    await archive.addBytes(MANIFEST, Buffer.from(JSON.stringify(manifest, null, 2)));
    await archive.finish();
    return manifest;
  } catch (error) {
    return await archive.abandon(error);
  } finally {
    await client.end();
  }
}

async function copyDatabase(
  client: pg.Client,
  dataDirectory: string,
  archive: ArchiveWriter,
  now: Date,
): Promise<{ version: string; stopLsn: string }> {
  // The slot keeps the log from being recycled while files are copied, and goes with the session.
  const start = await one<{ version: string; first: string }>(
    client,
    `select split_part(current_setting('server_version'), ' ', 1) as version,
            pg_walfile_name(pg_backup_start($1, fast => true)) as first
     from pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)`,
    [`clientarea ${now.toISOString()}`],
  );
  await copyTree(archive, dataDirectory, 'data');
  await archive.addBytes(`data/${CONTROL}`, await readControl(join(dataDirectory, CONTROL)));
  const stop = await one<{ label: string; lsn: string }>(
    client,
    `select labelfile as label, lsn::text from pg_backup_stop(wait_for_archive => false)`,
  );
  await archive.addBytes('data/backup_label', Buffer.from(stop.label));
  const { last, segments } = await one<{ last: string; segments: string[] }>(
    client,
    // At a segment's boundary the versions disagree on the name, one byte before it they do not.
    `select last, array(select name from pg_ls_waldir()
                        where name ~ '^[0-9A-F]{24}$' and name between $1 and last order by name) as segments
     from pg_walfile_name($2::pg_lsn - 1) as last`,
    [start.first, stop.lsn],
  );
  if (segments[0] !== start.first || segments.at(-1) !== last)
    throw new BackupError(`the write-ahead log from ${start.first} to ${last} is not complete`);
  archive.addDirectory('data/pg_wal/archive_status');
  for (const segment of segments)
    if (!(await archive.addFile(`data/pg_wal/${segment}`, join(dataDirectory, 'pg_wal', segment))))
      throw new BackupError(`the write-ahead log's ${segment} went while it was copied`);
  return { version: start.version, stopLsn: stop.lsn };
}

/** Adds what lies in `directory` under `name`; of PGDATA, what a restored cluster needs before its log. */
async function copyTree(archive: ArchiveWriter, directory: string, name: string): Promise<void> {
  archive.addDirectory(name);
  let entries;
  try {
    entries = await readdir(directory, { withFileTypes: true });
  } catch (error) {
    // Dropped while we were copying, like a file that addFile does not find.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  for (const entry of entries) {
    const member = `${name}/${entry.name}`;
    const path = join(directory, entry.name);
    if (name.startsWith('data')) {
      if (LEFT_OUT.test(entry.name) || member === `data/${CONTROL}`) continue;
      if (name === 'data' && LEFT_EMPTY.has(entry.name)) {
        archive.addDirectory(member);
        continue;
      }
    }
    if (entry.isDirectory()) await copyTree(archive, path, member);
    else if (entry.isFile()) await archive.addFile(member, path);
    else throw new BackupError(`${path} is neither a file nor a folder, which a backup does not hold`);
  }
}

/**
 * The control file is written in place, without a lock that SQL could take: two equal readings are a whole
 * one.
 */
async function readControl(path: string): Promise<Buffer> {
  for (let previous = await readFile(path); ;) {
    const again = await readFile(path);
    if (again.equals(previous)) return again;
    previous = again;
  }
}

async function one<Row>(client: pg.Client, sql: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await client.query(sql, values);
  return rows[0] as Row;
}
