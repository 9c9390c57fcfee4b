import type { OpenAPI3 } from 'openapi-typescript';
import { createHttp } from '../server/kernel/http/server.ts';
import { assemble } from '../server/kernel/product.ts';
import { modules } from '../server/modules/index.ts';

/** The API's description, from the routes alone: nothing listens and no database is asked. */
export async function openApiDocument(): Promise<OpenAPI3> {
  const http = await createHttp({
    routes: assemble(modules).routes,
    contextualize: () => {
      throw new Error('a description answers no request');
    },
    authenticate: async () => ({ session: null, over: null }),
    authenticateKey: async () => null,
    refused() {},
    publicUrl: new URL('https://portal.example.com'),
    trustProxy: false,
    requestsPerMinute: 0,
    strictLimits: false,
    logger: false,
    version: '0.0.0',
  });
  await http.ready();
  const document = http.swagger() as OpenAPI3;
  await http.close();
  return document;
}
