import type { Config } from '../config.ts';
import { start } from '../start.ts';

/** Runs until it is told to stop or cannot go on. */
export async function serve(config: Config): Promise<number> {
  const running = await start(config, console.log);
  console.log(
    `\nClientarea is ready.\n\n  Portal   ${running.address}\n  Console  ${new URL('/console', running.address).href}\n`,
  );
  for (const line of running.greeting) console.log(line);
  const reason = await Promise.race([signaled(), running.broken.then((why) => ({ why }))]);
  const limit = setTimeout(() => process.exit(1), config.drainSeconds * 1000);
  limit.unref();
  await running.stop();
  if (reason === null) return 0;
  console.error(`Clientarea had to stop: ${reason.why}.`);
  return 1;
}

/** A second signal does not wait. */
async function signaled(): Promise<null> {
  await new Promise<void>((resolve) => {
    const once = () => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const)
        process.on(signal, () => process.exit(1)).off(signal, once);
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, once);
  });
  return null;
}
