/** Remembers a choice for a year where the server can read it too; over https under a name that no neighboring host can set. */
export function keepCookie(name: string, value: string): void {
  const secure = location.protocol === 'https:';
  const attributes = `path=/; max-age=31536000; samesite=lax${secure ? '; secure' : ''}`;
  document.cookie = `${secure ? '__Host-' : ''}${name}=${value}; ${attributes}`;
}
