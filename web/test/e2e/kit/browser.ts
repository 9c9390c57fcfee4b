/** How to launch the Chromium that `CLIENTAREA_CHROMIUM` names, quietly, and as root as well. */
export function browserArguments(): { executablePath?: string; args: string[] } {
  const executablePath = process.env.CLIENTAREA_CHROMIUM;
  const quiet = ['background-networking', 'component-update', 'sync', 'gpu', 'quic', 'dev-shm-usage'];
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-first-run',
      ...quiet.map((name) => `--disable-${name}`),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}
