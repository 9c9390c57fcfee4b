// `npm start`: installs what is missing, builds what has changed, and starts.
import { prepare } from './prepare.mjs';

prepare({ quiet: process.argv.slice(2).some((word) => word === '--help' || word === '--version') });
await import('../server/dist/main.js');
