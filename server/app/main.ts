import { main } from './cli.ts';

// Whoever reads what is printed may stop reading, as `| head` does. That ends no command and no server.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv.slice(2));
// What failed may have left something open that would keep the process alive.
if (process.exitCode !== 0) setTimeout(() => process.exit(), 2_000).unref();
