import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const gzipAsync = promisify(gzip);
/** Below one network packet there is nothing to win. */
const worthIt = 1_400;

/** Gzips texts that are made anew for each answer. Files are compressed once, when they are built. */
export function compressTexts(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < worthIt) return payload;
    const vary = reply.getHeader('Vary');
    void reply.header('Vary', vary ? `${String(vary)}, Accept-Encoding` : 'Accept-Encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return payload;
    void reply.header('Content-Encoding', 'gzip').removeHeader('Content-Length');
    return gzipAsync(payload, { level: 5 });
  });
}
