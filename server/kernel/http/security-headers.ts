import type { FastifyReply, FastifyRequest } from 'fastify';

/** On every answer, errors and files included. Pages add their own content security policy with a nonce. */
export function secure(request: FastifyRequest, reply: FastifyReply, publicUrl: URL): void {
  void reply
    .header('X-Request-Id', request.id)
    .header('X-Content-Type-Options', 'nosniff')
    .header('Referrer-Policy', 'same-origin')
    .header('Cross-Origin-Opener-Policy', 'same-origin')
    .header('Cross-Origin-Resource-Policy', 'same-origin')
    .header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    .header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
    .header('Cache-Control', 'no-store');
  if (publicUrl.protocol === 'https:') {
    void reply.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  }
}
