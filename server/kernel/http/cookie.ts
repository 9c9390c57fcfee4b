import type { FastifyReply } from 'fastify';

/** `__Host-` binds the cookie to this host and to https; over plain http (a laptop) browsers refuse that prefix. */
export function cookieName(publicUrl: URL, name = 'clientarea'): string {
  return publicUrl.protocol === 'https:' ? `__Host-${name}` : name;
}

/** A cookie of ours for this whole host: its name, value and attributes but for how long. */
export function hostCookie(publicUrl: URL, name: string, value: string): string {
  const secure = publicUrl.protocol === 'https:' ? '; Secure' : '';
  return `${cookieName(publicUrl, name)}=${value}; Path=/; SameSite=Lax${secure}`;
}

export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

export const deviceCookie = 'device';
export const begunCookie = 'begun';
const begunSeconds = 900;
/** As long as browsers keep any cookie. */
const deviceDays = 400;

/** Lax, so that a link in a mail finds its reader signed in; what changes something is checked for its origin besides. */
export function sessionCookies(reply: FastifyReply, publicUrl: URL) {
  const cookie = (value: string) => `${hostCookie(publicUrl, 'clientarea', value)}; HttpOnly`;
  const device = (value: string) =>
    `${hostCookie(publicUrl, deviceCookie, value)}; HttpOnly; Max-Age=${deviceDays * 86_400}`;
  return {
    startSession(token: string, expiresAt: Date, known?: string): void {
      const session = `${cookie(token)}; Expires=${expiresAt.toUTCString()}`;
      void reply.header('Set-Cookie', known ? [session, device(known)] : session);
    },
    begin(token: string): void {
      const begun = `${hostCookie(publicUrl, begunCookie, token)}; HttpOnly; Max-Age=${begunSeconds}`;
      void reply.header('Set-Cookie', begun);
    },
    endSession(): void {
      void reply
        .header('Set-Cookie', `${cookie('')}; Max-Age=0`)
        .header('Clear-Site-Data', '"cache", "storage"');
    },
  };
}
