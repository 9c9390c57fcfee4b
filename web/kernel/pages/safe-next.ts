/** Where to go after signing in: only a path of this site, never an address someone put in the link. */
export function safeNext(next: string | null | undefined): string {
  // Browsers leave tabs and line ends out of an address: `/<tab>/evil.example` would lead there.
  return next && /^\/(?![/\\])[!-~]*$/.test(next) ? next : '/';
}
