import type { Query } from '@tanstack/react-query';
import { api, noteSignedOut } from '../api/client.ts';
import { queryClient } from '../query/client.ts';
import { createEventParser } from './event-stream.ts';
import { fetchAgain } from './fetch-again.ts';
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

async function listen(lastId: string | null, onEvent: (id: string | null) => void): Promise<void> {
  const response = await fetch('/api/live', {
    headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) },
  });
  if (response.status === 401) noteSignedOut();
  if (!response.ok || !response.body) throw new Error(`live: ${response.status}`);
  onEvent(lastId);
  catchUp();
  const parse = createEventParser(({ id, event, data }) => {
    onEvent(id);
    if (event === 'fact') take(JSON.parse(data) as Fact);
    if (event === 'reset') reset();
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parse(value);
  }
}

/** Follows `/api/live` from a position for as long as the page is open, coming back after 1, 2, 4 … 60 s when the line is cut. */
export async function startLive(since: string | null): Promise<never> {
  watchPresence(() => api.get('/api/session'));
  let lastId = since;
  let pause = 1_000;
  for (;;) {
    await listen(lastId, (id) => {
      lastId = id;
      pause = 1_000;
    }).catch(() => undefined);
    // Spread over half the pause, so that a restarted server is not met by everyone at once.
    await new Promise((resolve) => setTimeout(resolve, pause * (0.75 + Math.random() / 2)));
    pause = Math.min(pause * 2, longestPause);
  }
}
