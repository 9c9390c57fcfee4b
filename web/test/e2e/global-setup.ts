import { startClientarea } from './kit/clientarea.ts';
import { rememberDemo } from './kit/demo.ts';

/** Starts the demo business that the specs share; returns what ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const clientarea = await startClientarea({ demo: true });
  process.env.E2E_URL = clientarea.url;
  rememberDemo(clientarea.output());
  return () => clientarea.stop();
}
