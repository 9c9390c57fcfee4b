import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Draft } from '../../../../../server/modules/support/draft-contract.ts';
import { type Content, nothing, together } from './content.ts';
import { createKeeper, type Standing } from './keeper.ts';

const written = (text: string): Content => ({ ...nothing, text });

/** A server with one draft, as its rules are. */
let draft: Draft | null;
let reached: boolean;
let count: number;
let puts: number;

function answer(method: string, url: string, body: string | undefined): Response {
  if (method === 'GET') return Response.json({ draft });
  if (method === 'DELETE') {
    if (draft?.version === new URL(url, 'http://x').searchParams.get('version')) draft = null;
    return new Response(null, { status: 204 });
  }
  puts += 1;
  const {
    base,
    files: _files,
    ...content
  } = JSON.parse(body!) as Omit<Draft, 'files'> & {
    base: string | null;
    files: string[];
  };
  if ((draft?.version ?? null) !== base) return Response.json({ code: 'draft_elsewhere' }, { status: 409 });
  draft = { ...content, files: [], version: `v${++count}`, savedAt: '2026-12-01T00:00:00Z' };
  return Response.json({ version: draft.version });
}

const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  [draft, reached, count, puts] = [null, true, 0, 0];
  vi.stubGlobal('document', {});
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal('fetch', (url: string, { method, body }: { method: string; body?: string }) =>
    reached ? Promise.resolve(answer(method, url, body)) : Promise.reject(new TypeError('offline')),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function device() {
  const told: Standing[] = [];
  const taken: string[] = [];
  const keeper = createKeeper({
    url: '/draft',
    name: 'x',
    tell: (standing) => told.push(standing),
    take: ({ text }) => taken.push(text),
  });
  return { keeper, taken, standing: () => told.at(-1) };
}
const soon = () => vi.advanceTimersByTimeAsync(2_000);

test('what is written is kept after a moment, once, and then nowhere in the browser', async () => {
  const { keeper, standing } = device();
  await keeper.start(nothing);
  keeper.change(written('Ha'));
  keeper.change(written('Halo'));
  expect(kept.size).toBe(2);
  await soon();
  expect([draft?.text, puts, kept.size, standing()]).toEqual(['Halo', 1, 0, { at: 'saved' }]);
});

test('another device finds it, and what the first then writes goes on from there', async () => {
  const phone = device();
  await phone.keeper.start(nothing);
  phone.keeper.change(written('dari ponsel'));
  await soon();
  const laptop = device();
  await laptop.keeper.start(nothing);
  expect(laptop.taken).toEqual(['dari ponsel']);
  laptop.keeper.change(written('dari ponsel, dan laptop'));
  await soon();
  expect(draft?.text).toBe('dari ponsel, dan laptop');
});

test('of two that write at once the later is asked, and may take either or both', async () => {
  for (const [which, text] of [
    ['other', 'satu'],
    ['mine', 'dua'],
    ['both', 'dua\n\nsatu'],
  ] as const) {
    draft = null;
    const [one, two] = [device(), device()];
    await one.keeper.start(nothing);
    await two.keeper.start(nothing);
    one.keeper.change(written('satu'));
    await soon();
    two.keeper.change(written('dua'));
    await soon();
    expect(two.standing()).toMatchObject({ at: 'newer', other: { text: 'satu' } });
    expect(draft).toMatchObject({ text: 'satu' });
    two.keeper.choose(which);
    await soon();
    expect([which, (draft as Draft | null)?.text, two.standing()]).toEqual([which, text, { at: 'saved' }]);
  }
});

test('without a connection it stays in the browser, is said so, and goes when there is one', async () => {
  const { keeper, standing } = device();
  await keeper.start(nothing);
  reached = false;
  keeper.change(written('di kereta'));
  await soon();
  expect([standing(), draft, kept.size]).toEqual([{ at: 'here' }, null, 2]);
  reached = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect([standing(), (draft as Draft | null)?.text, kept.size]).toEqual([{ at: 'saved' }, 'di kereta', 0]);
});

test('what a crash left in the browser is sent on, unless it was sent or changed elsewhere', async () => {
  const first = device();
  await first.keeper.start(nothing);
  first.keeper.change(written('a'));
  await soon();
  reached = false;
  first.keeper.change(written('ab'));
  reached = true;
  const reloaded = device();
  await reloaded.keeper.start(written('ab'));
  await soon();
  expect(draft?.text).toBe('ab');

  reloaded.keeper.change(written('abc'));
  draft = null;
  const again = device();
  await again.keeper.start(written('abc'));
  expect(again.standing()).toEqual({ at: 'newer', other: null });
  again.keeper.choose('other');
  expect(again.taken).toEqual(['']);
});

test('sending names the version that was kept, and leaves nothing behind', async () => {
  const { keeper, standing } = device();
  await keeper.start(nothing);
  keeper.change(written('kirim'));
  await soon();
  expect(await keeper.settle()).toBe('v1');
  draft = null;
  keeper.sent();
  keeper.change(nothing);
  await soon();
  expect([standing(), kept.size, puts]).toEqual([{ at: 'none' }, 0, 1]);
});

test('emptying the field throws the draft away', async () => {
  const { keeper } = device();
  await keeper.start(nothing);
  keeper.change(written('tidak jadi'));
  await soon();
  keeper.change(nothing);
  await soon();
  expect([draft, kept.size]).toEqual([null, 0]);
});

test('put together, nothing stands there twice', () => {
  expect(together(written('a\nb'), written('b ')).text).toBe('a\nb');
  expect(together(written(''), written('b')).text).toBe('b');
});
