import type { FastifyInstance } from 'fastify';
import type { Session } from '../auth/actor.ts';
import { mayAsMember, mayAsStaff } from '../auth/actor.ts';
import type { LiveFact, LiveHub, Listener } from '../live.ts';
import { passingPrefix } from '../passing.ts';
import type { Permission } from '../auth/roles.ts';
import { Problem, notSignedIn } from '../values/errors.ts';

export const livePath = '/api/live';
/** Open streams of one person; a further one ends the oldest, which is told not to come back before somebody looks at its page. */
const streamsEach = 8;
const heartbeatMilliseconds = 25_000;
/** A stream ends by itself, so that a membership that was taken away stops being heard; browsers connect again at once. */
const streamMilliseconds = 10 * 60_000;

/**
 * `GET /api/live`: facts as they happen, as server-sent events. Members hear of their organizations, staff of everything; of a
 * module's facts only those hear who may read something of that module.
 */
export function liveRoute(
  app: FastifyInstance,
  hub: () => LiveHub,
  permissions: readonly Permission[],
): void {
  const open = new Map<string, ((told?: string) => void)[]>();
  app.get(livePath, { schema: { hide: true } }, async (request, reply) => {
    const session = await request.session();
    if (!session) throw new Problem(notSignedIn);
    const { person } = session;
    const { raw } = reply;
    const since = /^\d{1,18}$/.exec(String(request.headers['last-event-id'] ?? ''))?.[0];
    let told = BigInt(since ?? 0);
    // Joined before the missed facts are read, so that none falls between; what happens meanwhile waits behind them.
    const meanwhile: LiveFact[] = [];
    const listener: Listener = { wants: hears(session, permissions), hear: (fact) => meanwhile.push(fact) };
    const leave = hub().join(listener);
    raw.once('close', leave);
    const missed = since ? await hub().since(told, listener) : [];
    reply.hijack();
    raw.writeHead(200, {
      // Taken over from Fastify, which would have sent them: those of every answer.
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 1000\n\n');
    if (missed === null) raw.write('event: reset\ndata: {}\n\n');
    listener.hear = write;
    for (const fact of [...(missed ?? []), ...meanwhile]) write(fact);
    function write({ position, ...fact }: LiveFact): void {
      // This node may be behind the database, and come to what has been told already.
      if ((position !== null && BigInt(position) <= told) || raw.writableEnded) return;
      if (position !== null) told = BigInt(position);
      const id = position === null ? '' : `id: ${position}\n`;
      raw.write(`${id}event: fact\ndata: ${JSON.stringify({ ...fact, audience: undefined })}\n\n`);
      if (isAbout(fact, person)) void endIfOver();
    }
    /** What happened to the person may have ended the session. */
    async function endIfOver(): Promise<void> {
      if (!(await request.stillSignedIn().catch(() => false))) raw.end();
    }
    const beat = setInterval(() => raw.write(': still here\n\n'), heartbeatMilliseconds);
    const end = setTimeout(() => raw.end(), streamMilliseconds);
    const mine = open.get(session.person.id) ?? [];
    open.set(session.person.id, mine);
    const close = (told = '') => raw.end(told);
    mine.push(close);
    // Were it to come back by itself it would end another, and so on for ever.
    if (mine.length > streamsEach) mine.shift()!('event: rest\ndata: {}\n\n');
    raw.once('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      if (mine.includes(close)) mine.splice(mine.indexOf(close), 1);
      if (mine.length === 0) open.delete(session.person.id);
    });
  });
  app.addHook('preClose', async () => {
    for (const closers of open.values()) for (const close of closers.slice()) close();
  });
}

const isAbout = ({ subject }: Pick<LiveFact, 'subject'>, person: Session['person']): boolean =>
  subject.kind === 'person' && subject.id === person.id;

/** Whether a session may learn that a fact of some module happened. A person's own facts are theirs in any case. */
function hears(session: Session, permissions: readonly Permission[]): Listener['wants'] {
  const readable = new Map<string, boolean>();
  const may = (module: string, organizationId: string | null): boolean => {
    const key = `${module} ${organizationId}`;
    let known = readable.get(key);
    if (known === undefined) {
      const membership = session.organizations.find(({ id }) => id === organizationId);
      known = permissions
        .filter(({ name }) => name.startsWith(`${module}.`))
        .some(
          (permission) =>
            mayAsStaff(permission, session.staffRoles) ||
            (membership !== undefined && mayAsMember(permission, membership)),
        );
      readable.set(key, known);
    }
    return known;
  };
  return (fact) => {
    if (isAbout(fact, session.person)) return true;
    if (fact.audience === 'staff' && session.staffRoles.length === 0) return false;
    const only = session.organizations.find(({ id }) => id === fact.organizationId)?.services;
    if (only && fact.subject.kind === 'service' && !only.includes(fact.subject.id as never)) return false;
    const name = fact.name.startsWith(passingPrefix) ? fact.name.slice(passingPrefix.length) : fact.name;
    return may(name.split('.')[0]!, fact.organizationId);
  };
}
