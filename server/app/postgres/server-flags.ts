import { totalmem } from 'node:os';
import type { Listening } from './socket.ts';
import { SOCKET_PORT } from './socket.ts';

/** PostgreSQL's settings as arguments: the data folder's own files stay as initdb wrote them. */
export function serverFlags(listening: Listening, durable: boolean): string[] {
  const settings = {
    ...('port' in listening
      ? { listen_addresses: '127.0.0.1', port: listening.port, unix_socket_directories: '' }
      : {
          listen_addresses: '',
          port: SOCKET_PORT,
          unix_socket_directories: listening.socketDirectory,
          unix_socket_permissions: '0700',
        }),
    // What need not last is for tests, which run several servers of ours beside each other.
    max_connections: durable ? 60 : 120,
    shared_buffers: `${shareOfMemory(1 / 16, { least: 64, most: 1024 })}MB`,
    jit: 'off',
    random_page_cost: 1.1,
    wal_level: 'replica',
    wal_compression: 'on',
    max_wal_size: `${shareOfMemory(1 / 8, { least: 1024, most: 4096 })}MB`,
    checkpoint_timeout: '15min',
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '[%p] ',
    log_checkpoints: 'off',
    // Details and statements hold personal data.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable
      ? { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Megabytes. Buffers, so that the indexes that are written to stay in them, never so many that the rest would miss them; log between two
 * checkpoints, after each of which every page that is touched is logged whole.
 */
function shareOfMemory(share: number, { least, most }: { least: number; most: number }): number {
  return Math.min(most, Math.max(least, Math.floor((totalmem() * share) / 1024 ** 2)));
}
