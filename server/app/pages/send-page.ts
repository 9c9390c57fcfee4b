import type { FastifyReply, FastifyRequest } from 'fastify';
import { takesGzip, varyByEncoding } from '../../kernel/http/compress.ts';
import { finish } from './html.ts';
import type { Draft } from './html.ts';
import { contentSecurityPolicy } from './policy.ts';

/** Sends a document under its policy, compressed for whoever takes that. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
  nonce: string,
): FastifyReply {
  const page = finish(draft, nonce, takesGzip(request));
  if (typeof page !== 'string') varyByEncoding(reply).header('Content-Encoding', 'gzip');
  return reply
    .type('text/html; charset=utf-8')
    .header('Content-Security-Policy', contentSecurityPolicy(nonce))
    .send(page);
}
