import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../app/postgres/start.ts';

const silent = { info() {}, warn() {}, error() {} };

/** A PostgreSQL that is gone with its folder after `stop`. Not durable, so quick. `binaries` instead of the bundled ones. */
export async function throwawayServer(
  binaries?: string,
): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'clientarea-test-'));
  // When root runs this, PostgreSQL runs as somebody else, who has to pass through.
  await chmod(folder, 0o711);
  const server = await startEmbedded({
    directory: join(folder, 'postgres'),
    log: silent,
    durable: false,
    ...(binaries ? { binaries } : {}),
  });
  return {
    adminUrl: server.adminUrl,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
