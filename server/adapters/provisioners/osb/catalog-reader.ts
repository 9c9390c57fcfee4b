import { later } from '../../../modules/provisioning/domain/backoff.ts';
import { failed, type Failed } from '../../../modules/provisioning/provisioner.ts';
import { readCatalog, type Catalog, type Offer } from './catalog.ts';
import type { Send } from './client.ts';

const freshSeconds = 300;

type Read = { catalog: Catalog } | { failure: Failed };

/** The broker's catalog, asked for at most every five minutes and sent again only when it has changed. */
export function catalogReader(send: Send) {
  let known: { catalog: Catalog; etag: string | null; freshUntil: Date } | null = null;

  /** As the broker has it now. */
  async function current(now: Date): Promise<Read> {
    const headers: Record<string, string> = known?.etag ? { 'if-none-match': known.etag } : {};
    const by = { key: `catalog-${now.getTime()}`, actorId: null, now };
    const reply = await send({ method: 'GET', path: ['catalog'], headers }, by);
    if (reply.result !== 'answered') return { failure: failed('retry', 'no_catalog', reply.message) };
    const freshUntil = later(now, freshSeconds);
    if (reply.status === 304 && known) {
      known = { ...known, freshUntil };
      return known;
    }
    if (reply.status !== 200) {
      return { failure: failed('retry', 'no_catalog', reply.description || `status ${reply.status}`) };
    }
    const read = readCatalog(reply.body);
    if ('malformed' in read) {
      return { failure: failed('retry', 'no_catalog', `the catalog is malformed: ${read.malformed}`) };
    }
    known = { catalog: read.catalog, etag: reply.headers.get('etag'), freshUntil };
    return known;
  }

  /** Fresh enough for an operation; when the broker does not give one, the last one known. */
  async function recent(now: Date): Promise<Read> {
    if (known && now < known.freshUntil) return known;
    const read = await current(now);
    return 'failure' in read && known ? known : read;
  }

  return {
    current,
    /** For what can be done only with a plan on offer. */
    async require(plan: string, now: Date): Promise<{ offer: Offer } | { failure: Failed }> {
      const read = await recent(now);
      if ('failure' in read) return read;
      const offer = read.catalog.offer(plan);
      return offer ? { offer } : { failure: unknownPlan(plan) };
    },
    /** For what must be possible whatever has become of the plan. */
    async look(plan: string, now: Date): Promise<Offer | undefined> {
      const read = await recent(now);
      return 'catalog' in read ? read.catalog.offer(plan) : undefined;
    },
    /** The broker said that it has changed. */
    expire(): void {
      if (known) known = { ...known, freshUntil: new Date(0) };
    },
  };
}

export function unknownPlan(plan: string): Failed {
  return failed('permanent', 'unknown_plan', `the broker offers no plan ${plan}`);
}
