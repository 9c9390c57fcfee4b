import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { buildRenderer, buildShells } from '../web/build/build-web.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const configFile = `${root}web/vite.config.ts`;
const webPort = 5173;
// Vite's build leaves its own NODE_ENV behind.
const environment = { ...process.env };

/**
 * `npm run dev`: the server restarts when its sources change, pages change in place. The pages' server passes questions on to the
 * product's own (PORT, 3000 by default), which fills their shells.
 */
if (!existsSync(`${root}web/dist/server`)) {
  await buildShells();
  await buildRenderer();
}
const server = spawn(
  process.execPath,
  [
    `${root}node_modules/tsx/dist/cli.mjs`,
    'watch',
    '--clear-screen=false',
    '--include=server/**/*.sql',
    'server/app/main.ts',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    // The address people use while developing is that of the pages' server.
    env: { CLIENTAREA_URL: `http://localhost:${webPort}`, ...environment },
  },
);
process.env.CLIENTAREA_URL = `http://localhost:${process.env.PORT ?? 3000}`;
const pages = await createServer({ configFile, server: { port: webPort, strictPort: true } });
await pages.listen();

// Vite ends the process on SIGTERM by itself.
process.once('SIGINT', () => process.exit(0));
process.once('exit', () => server.kill('SIGTERM'));
server.once('exit', (code) => process.exit(code ?? 0));
