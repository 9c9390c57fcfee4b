import { expect, onTestFinished, test, vi } from 'vitest';
import { concerns, type Interest } from '../../../../kernel/live/interest.ts';
import { queryClient } from '../../../../kernel/query/client.ts';
import { keepCurrent } from './keep-current.ts';

test('a correction brings the messages before the newest anew, as far as they are on screen; an answer does not', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(new URL(url, 'http://x').searchParams.get('before')!);
    const [id, earlier] = asked.at(-1) === 'c' ? ['2', 'b'] : ['1', 'a'];
    return Promise.resolve(Response.json({ items: [{ id, html: 'new' }], earlier }));
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const taken: unknown[] = [];
  const known = ['1', '2', '3'].map((id) => ({ id, html: 'old' }));
  const stop = keepCurrent(
    '/api/x/tickets/t',
    () => ({ known, newest: { items: known.slice(2), earlier: 'c' } }),
    (came) => taken.push(came),
  );
  onTestFinished(stop);
  const happens = (name: string) =>
    queryClient.invalidateQueries({
      predicate: ({ meta }) =>
        concerns(meta?.live as Interest, {
          name,
          organizationId: null,
          subject: { kind: 'ticket', id: 't' },
        }),
    });
  await happens('support.message-posted');
  expect(asked).toEqual([]);
  await happens('support.message-redacted');
  await vi.waitFor(() =>
    expect(taken.at(-1)).toEqual([
      { id: '1', html: 'new' },
      { id: '2', html: 'new' },
    ]),
  );
  expect(asked).toEqual(['c', 'b']);
});
