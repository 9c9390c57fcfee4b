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
    max_connections: 60,
    shared_buffers: `${bufferMegabytes(totalmem())}MB`,
    jit: 'off',
    random_page_cost: 1.1,
    wal_level: 'replica',
    wal_compression: 'on',
    max_wal_size: '1GB',
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

/** A sixteenth of the machine's memory, so that the indexes that are written to stay in it; never so much that the rest would miss it. */
function bufferMegabytes(total: number): number {
  return Math.min(1024, Math.max(64, Math.floor(total / 16 / 1024 ** 2)));
}
