import type { FastifyReply, FastifyRequest } from 'fastify';

/** What no page of ours asks of a device, so that nothing slipped into one can. */
const unusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** On every answer, errors, files and streams included. Pages add their own content security policy with a nonce. */
export function securityHeaders(publicUrl: URL): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': unusedFeatures.map((name) => `${name}=()`).join(', '),
    'Content-Security-Policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    ...(publicUrl.protocol === 'https:'
      ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }
      : {}),
  };
}

export function secure(request: FastifyRequest, reply: FastifyReply, publicUrl: URL): void {
  void reply.headers(securityHeaders(publicUrl)).header('X-Request-Id', request.id);
}
