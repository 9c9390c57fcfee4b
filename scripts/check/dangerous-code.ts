import { existsSync, readFileSync } from 'node:fs';
import { findDangers } from './dangers.ts';
import { productFiles, root } from './product-files.ts';

const complaints = productFiles()
  .filter((file) => existsSync(root + file))
  .flatMap((file) =>
    findDangers(file, readFileSync(root + file, 'utf8')).map(({ line, what }) => `${file}:${line} ${what}`),
  );
if (complaints.length > 0) console.error(complaints.join('\n'));
process.exitCode = complaints.length > 0 ? 1 : 0;
