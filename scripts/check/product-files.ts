import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What runs at the business or in a browser: no tests, nothing that only builds or measures. Paths from the root. */
export function productFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  return String(listed)
    .split('\0')
    .filter((file) => /^(server|web|sdk)\/.*[.](ts|tsx|js|mjs)$/.test(file))
    .filter(
      (file) => !/[.](test|spec|config)[.]|[.]gen[.]ts$|\/(test|build|dist)\/|\/suite[.]ts$/.test(file),
    );
}
