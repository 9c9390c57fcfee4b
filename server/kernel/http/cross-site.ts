import type { FastifyRequest } from 'fastify';
import { problem } from '../values/errors.ts';

export const crossSite = problem('cross_site', 403, 'This request came from another site.');

/** True for a change that a browser sends from another origin. Callers that are not browsers send neither header. */
export function refuseCrossSite(request: FastifyRequest, publicUrl: URL): boolean {
  const { origin } = request.headers;
  if (origin !== undefined)
    return origin !== publicUrl.origin && origin !== `${request.protocol}://${request.headers.host}`;
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
