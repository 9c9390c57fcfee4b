import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const gzipAsync = promisify(gzip);
/** Below one network packet there is nothing to win. */
const worthIt = 1_400;

export const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /\bgzip\b/.test(String(headers['accept-encoding']));

/** Tells caches that others may get another encoding. */
export function varyByEncoding(reply: FastifyReply): FastifyReply {
  const vary = reply.getHeader('Vary');
  return reply.header('Vary', vary ? `${String(vary)}, Accept-Encoding` : 'Accept-Encoding');
}

/** Gzips texts that are made anew for each answer. Files are compressed once, when they are built. */
export function compressTexts(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < worthIt) return payload;
    varyByEncoding(reply);
    if (!takesGzip(request)) return payload;
    void reply.header('Content-Encoding', 'gzip').removeHeader('Content-Length');
    return gzipAsync(payload, { level: 5 });
  });
}
