import { Resolver } from 'node:dns/promises';
import type { NamesPort } from '../../../modules/organizations/names.ts';

/** Answers of name servers that mean: there is none. */
const absent = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * Asks name servers: those named (`192.0.2.53` or `192.0.2.53:5353`), else those of this machine. They are asked anew each time; what
 * they keep themselves they keep as long as the record allows. Throws when none answers within about ten seconds.
 */
export function dnsNames(servers: readonly string[] | null): NamesPort {
  return {
    async texts(name) {
      const resolver = new Resolver({ timeout: 2500, tries: 2 });
      if (servers) resolver.setServers(servers);
      try {
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
      } catch (error) {
        if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return [];
        throw error;
      }
    },
  };
}
