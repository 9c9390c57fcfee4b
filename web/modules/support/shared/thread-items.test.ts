import { describe, expect, it } from 'vitest';
import { mergeMessages, threadDays } from './thread-items.ts';

const message = (id: string, postedAt: string) => ({ id, postedAt });
const fact = (id: string, happenedAt: string) => ({ id, happenedAt });

describe('mergeMessages', () => {
  it('keeps what was shown when the newest page moves on, each message once and in order', () => {
    const known = [message('a', '2026-03-01T01:00:00.000Z'), message('b', '2026-03-01T02:00:00.000Z')];
    const came = [message('b', '2026-03-01T02:00:00.000Z'), message('c', '2026-03-01T03:00:00.000Z')];
    expect(mergeMessages(known, came).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('puts earlier messages before those on screen', () => {
    const known = [message('c', '2026-03-01T03:00:00.000Z')];
    const earlier = [message('b', '2026-03-01T02:00:00.000Z'), message('a', '2026-03-01T02:00:00.000Z')];
    expect(mergeMessages(known, earlier).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('threadDays', () => {
  const zone = { timeZone: 'Asia/Jakarta', complete: true };

  it('begins a day at midnight of the reader', () => {
    const days = threadDays(
      [message('a', '2026-03-01T16:59:00.000Z'), message('b', '2026-03-01T17:00:00.000Z')],
      [],
      zone,
    );
    expect(days.map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-02']);
  });

  it('tells a change after the message that made it', () => {
    const at = '2026-03-01T10:00:00.000Z';
    const [day] = threadDays([message('m', at)], [fact('f', at)], zone);
    expect(day!.items.map(({ kind }) => kind)).toEqual(['message', 'fact']);
  });

  it('tells nothing older than the first message while earlier ones are not loaded', () => {
    const messages = [message('m', '2026-03-02T10:00:00.000Z')];
    const facts = [fact('old', '2026-03-01T10:00:00.000Z'), fact('new', '2026-03-02T11:00:00.000Z')];
    const shown = (complete: boolean) =>
      threadDays(messages, facts, { ...zone, complete }).flatMap(({ items }) =>
        items.map((item) => (item.kind === 'fact' ? item.fact.id : item.message.id)),
      );
    expect(shown(true)).toEqual(['old', 'm', 'new']);
    expect(shown(false)).toEqual(['m', 'new']);
  });
});
