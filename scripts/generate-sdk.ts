import { readFile, writeFile } from 'node:fs/promises';
import openapiTypes, { astToString } from 'openapi-typescript';
import type { OperationObject } from 'openapi-typescript';
import { openApiDocument } from './openapi-document.ts';

const file = new URL('../sdk/schema.gen.ts', import.meta.url);
const heading = '// Made by `npm run sdk` from the OpenAPI document of the server. Do not edit.\n\n';

/** Writes the types of the API client; `--verify` fails instead when they are not current. */
const document = await openApiDocument();
for (const path of Object.values(document.paths ?? {})) {
  for (const operation of Object.values(path as Record<string, OperationObject>)) {
    // The client throws failures, always of one type: their shapes would only make its types three times as long.
    for (const status of Object.keys(operation.responses ?? {})) {
      if (status >= '400') delete operation.responses![status];
    }
  }
}
const types = heading + astToString(await openapiTypes(document, { alphabetize: true }));
if (!process.argv.includes('--verify')) await writeFile(file, types);
else if ((await readFile(file, 'utf8').catch(() => '')) !== types) {
  console.error('The API has changed: run npm run sdk and commit sdk/schema.gen.ts.');
  process.exitCode = 1;
}
