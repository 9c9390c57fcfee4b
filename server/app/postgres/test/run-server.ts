import { startEmbedded } from '../start.ts';

// Starts PostgreSQL on the folder named by the first argument, says where, and lives until it is killed.
const ignore = () => {};
const server = await startEmbedded({
  directory: process.argv[2]!,
  log: { info: ignore, warn: ignore, error: ignore },
});
console.log(server.adminUrl);
