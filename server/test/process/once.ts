import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests of whole processes keep what they share, and where the bundle of this run is, when one is asked for. */
    shared: string;
    bundle: string;
  }
}

/** The file that `vitest.config.ts` names: what was made once is gone with the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = await mkdtemp(join(tmpdir(), 'clientarea-shared-'));
  const bundle = fileURLToPath(new URL(`../../dist/process-${randomUUID()}`, import.meta.url));
  project.provide('shared', shared);
  project.provide('bundle', bundle);
  return async () => {
    for (const folder of [shared, bundle]) await rm(folder, { recursive: true, force: true });
  };
}

/** Makes something for all files of the run: whoever asks first makes it, in whichever process, and the others wait. */
export async function once(what: string, make: () => Promise<void>): Promise<void> {
  const [claimed, made] = ['claimed', 'made'].map((state) => join(inject('shared'), `${what}-${state}`));
  while (!existsSync(made!)) {
    try {
      await mkdir(claimed!);
    } catch {
      await wait(50);
      continue;
    }
    try {
      await make();
      await writeFile(made!, '');
    } finally {
      // When it could not be made, the next one tries and says why.
      await rmdir(claimed!);
    }
  }
}
