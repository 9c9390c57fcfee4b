import type { FastifyRequest } from 'fastify';
import { problem } from '../values/errors.ts';

export const crossSite = problem('cross_site', 403, 'This request came from another site.', 'origin');

/** True for a change that a browser sends from another origin. Callers that are not browsers send neither header. */
export function refuseCrossSite(request: FastifyRequest, publicUrl: URL): boolean {
  const { origin } = request.headers;
  if (origin !== undefined)
    return origin !== publicUrl.origin && origin !== `${request.protocol}://${request.headers.host}`;
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

const formTypes = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * True for what a page of any site may send without asking first, from a browser too old to say which site. Other changes need a
 * header, a method or a type of body for which browsers ask; uploads and routes without an Idempotency-Key have to look at this.
 */
export function mayBeForm({ headers }: FastifyRequest): boolean {
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) return false;
  return headers['idempotency-key'] === undefined && formTypes.test(headers['content-type'] ?? 'text/plain');
}
