import type { Socket } from 'node:net';
import type pg from 'pg';

const held = new WeakSet<Socket>();

/** Holds back for a moment what is sent on this connection, so that statements sent in one go leave in one packet. */
export function inOnePacket(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  setImmediate(() => {
    held.delete(stream);
    stream.uncork();
  });
}
