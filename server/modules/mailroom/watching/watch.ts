import { randomInt, randomUUID } from 'node:crypto';
import type { Ctx } from '../../../kernel/context.ts';
import { waitAfter } from '../domain/backoff.ts';
import { collectMail } from '../job-names.ts';
import { MailboxUnreachable } from '../mailbox.ts';
import { accountOf } from '../row.ts';
import type { MailboxRow } from '../row.ts';
import { hold, letGo, note } from './lease.ts';

/** A server that cannot tell of new mail is asked again after this long: it may have been upgraded. */
const askAgainMilliseconds = 3_600_000;

interface Watched {
  version: number;
  end: AbortController;
  done: Promise<void>;
}
interface Resting {
  version: number;
  failures: number;
  until: number;
}

export interface Watching {
  /** Takes on what nobody watches, lets go of what changed, and holds on to the rest. */
  look(): Promise<void>;
  /** Closes every connection and lets others take the mailboxes. */
  stop(): Promise<void>;
}

/** Watches mailboxes from this node, one connection each. Polling goes on beside it and catches what is missed. */
export function watchMailboxes(ctx: Ctx): Watching {
  const node = randomUUID();
  const watched = new Map<string, Watched>();
  const resting = new Map<string, Resting>();
  let stopped = false;

  async function watch(box: MailboxRow, signal: AbortSignal): Promise<void> {
    const say = (live: boolean, error: string | null) =>
      ctx.transact((tx) => note(tx, node, box.id, { live_since: live ? tx.now : null, watch_error: error }));
    const collect = () =>
      ctx.transact(async (tx) => tx.enqueue(collectMail, { id: box.id }, { key: box.id }));
    const failures = resting.get(box.id)?.failures ?? 0;
    let wasLive = false;
    const rest = (milliseconds: number) =>
      resting.set(box.id, {
        version: box.version,
        failures: wasLive ? 1 : failures + 1,
        until: ctx.clock.now().getTime() + milliseconds,
      });
    try {
      const offered = await ctx.ports.mailboxes.watch(accountOf(ctx.vault, box), {
        signal,
        live: async () => {
          wasLive = true;
          resting.delete(box.id);
          await say(true, null);
          // What came while nobody watched.
          await collect();
        },
        arrived: collect,
      });
      if (!offered) {
        rest(askAgainMilliseconds);
        await say(false, 'unsupported');
      }
    } catch (error) {
      if (signal.aborted) return;
      rest(waitAfter(wasLive ? 1 : failures + 1, randomInt(1001) / 1000));
      const words =
        error instanceof MailboxUnreachable ? `${error.trouble}: ${error.message}` : 'connection: ';
      if (!(error instanceof MailboxUnreachable))
        ctx.log.warn({ err: error, mailbox: box.id }, 'watching failed');
      await say(false, words.slice(0, 500));
    }
  }

  function begin(box: MailboxRow): void {
    const end = new AbortController();
    const done = watch(box, end.signal)
      .catch((err: unknown) => ctx.log.warn({ err, mailbox: box.id }, 'watching could not be noted'))
      .finally(() => {
        if (watched.get(box.id)?.end === end) watched.delete(box.id);
      });
    watched.set(box.id, { version: box.version, end, done });
  }

  async function look(): Promise<void> {
    if (stopped) return;
    const boxes = await ctx.read((db) =>
      db
        .selectFrom('mailroom.mailboxes')
        .select(['id', 'version', 'watched_by', 'watched_until'])
        .where('kind', '=', 'imap')
        .where('active', '=', true)
        .execute(),
    );
    const now = ctx.clock.now().getTime();
    const free = boxes.filter(
      ({ watched_by: by, watched_until: until }) => by === node || !until || until.getTime() <= now,
    );
    const held =
      free.length > 0
        ? await ctx.transact((tx) =>
            hold(
              tx,
              node,
              free.map(({ id }) => id),
            ),
          )
        : [];
    const mine = new Map(held.map((box) => [box.id, box]));
    for (const [id, { version, end }] of watched) if (mine.get(id)?.version !== version) end.abort();
    for (const box of held) {
      const rest = resting.get(box.id);
      const rests = rest && rest.version === box.version && rest.until > now;
      if (!stopped && !rests && !watched.has(box.id)) begin(box);
    }
  }

  return {
    look,
    async stop() {
      stopped = true;
      const all = [...watched.values()];
      for (const { end } of all) end.abort();
      await Promise.all(all.map(({ done }) => done));
      // Where the database is gone, the leases end by themselves.
      await ctx
        .transact((tx) => letGo(tx, node))
        .catch((err: unknown) => ctx.log.warn({ err }, 'mailboxes could not be let go of'));
    },
  };
}
