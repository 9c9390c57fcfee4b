import type { Query } from '@tanstack/react-query';
import { api, noteSignedOut } from '../api/client.ts';
import { queryClient } from '../query/client.ts';
import { createEventParser } from './event-stream.ts';
import { fetchAgain } from './fetch-again.ts';
import { lineAgain, unseen, whenSeen } from './in-sight.ts';
import { watchPresence } from './watch-presence.ts';
import { concerns, concernsPassing, type Fact, type Interest } from './interest.ts';

/** Facts arrive in bursts (one payment is five); data is fetched again once per burst. Milliseconds. */
const burst = 150;
const longestPause = 60_000;

let pending: Fact[] = [];

const interestOf = ({ meta }: Query) => meta?.live as Interest | undefined;

function invalidate() {
  const facts = pending;
  pending = [];
  void fetchAgain(queryClient, (query) => facts.some((fact) => concerns(interestOf(query), fact)));
}

/** More was missed than the server tells one by one: everything that can go out of date is fetched again. */
function reset() {
  void fetchAgain(queryClient, (query) => interestOf(query) !== undefined);
}

/** What passed while nobody listened here is told by nobody later. */
function catchUp() {
  void fetchAgain(queryClient, (query) => concernsPassing(interestOf(query)));
}

function take(fact: Fact) {
  if (pending.length === 0) setTimeout(invalidate, burst);
  pending.push(fact);
}

interface Line {
  lastId: string | null;
  /** What is told goes on to another page of the same person, which opened its line later. */
  rest: boolean;
}

async function listen(line: Line, signal: AbortSignal, works: () => void): Promise<void> {
  const { lastId } = line;
  const response = await fetch('/api/live', {
    signal,
    headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) },
  });
  if (response.status === 401) noteSignedOut();
  if (!response.ok || !response.body) throw new Error(`live: ${response.status}`);
  works();
  catchUp();
  const parse = createEventParser(({ id, event, data }) => {
    // What passes has none.
    if (id !== null) line.lastId = id;
    works();
    if (event === 'fact') take(JSON.parse(data) as Fact);
    if (event === 'reset') reset();
    if (event === 'rest') line.rest = true;
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parse(value);
  }
}

/** Follows `/api/live` from a position for as long as somebody sees the page, coming back after 1, 2, 4 … 60 s when the line is cut. */
export async function startLive(since: string | null): Promise<never> {
  watchPresence(() => api.get('/api/session'));
  const line: Line = { lastId: since, rest: false };
  let pause = 1_000;
  // Opened beside another page, and not looked at yet.
  if (document.hidden) await whenSeen();
  for (;;) {
    const { signal, stop } = unseen();
    line.rest = false;
    await listen(line, signal, () => {
      pause = 1_000;
    }).catch(() => undefined);
    stop();
    if (lineAgain({ rest: line.rest, hidden: document.hidden }) === 'when seen') {
      await whenSeen();
      continue;
    }
    // Spread over half the pause, so that a restarted server is not met by everyone at once.
    await new Promise((resolve) => setTimeout(resolve, pause * (0.75 + Math.random() / 2)));
    pause = Math.min(pause * 2, longestPause);
  }
}
