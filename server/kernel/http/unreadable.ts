import type { Socket } from 'node:net';
import { securityHeaders } from './security-headers.ts';

/**
 * Answers what is not HTTP, or too slow or too long to be a request: nothing of it has been understood, so there is no route, no log
 * line and no more on this connection, lest the rest be taken for a request of somebody else.
 */
export function answerUnreadable(publicUrl: URL): (error: Error & { code?: string }, socket: Socket) => void {
  const headers = { ...securityHeaders(publicUrl), 'Content-Length': '0', Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return ({ code }, socket) => {
    if (code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
    const status =
      {
        HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
        ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
      }[code ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`);
  };
}
