import type { LaunchOptions } from '@playwright/test';

/**
 * How to launch the Chromium that `CLIENTAREA_CHROMIUM` names, quietly, and as root as well. Where there is the same one without windows
 * (`CLIENTAREA_HEADLESS_SHELL`), which costs the machine a quarter less, it is taken unless the `whole` browser is needed.
 */
export function browserArguments({ whole = false } = {}): LaunchOptions & { args: string[] } {
  const { CLIENTAREA_CHROMIUM: browser, CLIENTAREA_HEADLESS_SHELL: shell } = process.env;
  const executablePath = (!whole && shell) || browser;
  const quiet = ['background-networking', 'component-update', 'sync', 'gpu', 'quic', 'dev-shm-usage'];
  return {
    ...(executablePath ? { executablePath } : whole && { channel: 'chromium' }),
    args: [
      '--no-first-run',
      ...quiet.map((name) => `--disable-${name}`),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}
