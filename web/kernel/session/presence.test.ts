import { expect, it, vi } from 'vitest';
import { watchPresence } from '../live/watch-presence.ts';
import { presenceHeaders } from './presence.ts';

it('says of requests long after the last sign that nobody made them, and speaks up while somebody only types', () => {
  vi.useFakeTimers({ now: 0 });
  const heard = new EventTarget();
  vi.stubGlobal('addEventListener', heard.addEventListener.bind(heard));
  const say = vi.fn<() => Promise<void>>(() => Promise.resolve());
  watchPresence(say);
  const type = () => heard.dispatchEvent(new Event('keydown'));

  type();
  expect(presenceHeaders()).toEqual({});
  vi.advanceTimersByTime(60_000);
  expect(presenceHeaders()).toEqual({ 'x-unattended': '1' });
  vi.advanceTimersByTime(3 * 60_000);
  type();
  expect(say).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  type();
  type();
  expect(say).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
