import type { FastifyReply } from 'fastify';

/** `__Host-` binds the cookie to this host and to https; over plain http (a laptop) browsers refuse that prefix. */
export function cookieName(publicUrl: URL): string {
  return publicUrl.protocol === 'https:' ? '__Host-clientarea' : 'clientarea';
}

export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** Lax, so that a link in a mail finds its reader signed in; what changes something is checked for its origin besides. */
export function sessionCookies(reply: FastifyReply, publicUrl: URL) {
  const secure = publicUrl.protocol === 'https:' ? '; Secure' : '';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure}`;
  const name = cookieName(publicUrl);
  return {
    startSession(token: string, expiresAt: Date): void {
      void reply.header('Set-Cookie', `${name}=${token}; ${attributes}; Expires=${expiresAt.toUTCString()}`);
    },
    endSession(): void {
      void reply
        .header('Set-Cookie', `${name}=; ${attributes}; Max-Age=0`)
        .header('Clear-Site-Data', '"cache", "storage"');
    },
  };
}
