#!/usr/bin/env node
// Runs the built server. `npm start` at the root installs and builds first.
await import('../dist/main.js');
