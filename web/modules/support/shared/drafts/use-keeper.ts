import { useEffect, useRef, useState } from 'react';
import { type Content, keyOf } from './content.ts';
import { createKeeper, type Keeper, type Standing } from './keeper.ts';

/** Keeps `content` on the server as it changes, and takes what was written on another device. */
export function useKeeper(
  content: Content,
  options: {
    url: string;
    name: string;
    blank?: Content;
    take: (content: Content) => void;
    local?: (content: Content) => unknown;
  },
): { keeper: Keeper; standing: Standing } {
  const [standing, tell] = useState<Standing>({ at: 'none' });
  const take = useRef(options.take);
  useEffect(() => {
    take.current = options.take;
  });
  const [keeper] = useState(() => createKeeper({ ...options, tell, take: (found) => take.current(found) }));
  const started = useRef(false);
  const key = keyOf(content);
  useEffect(() => {
    if (started.current) return keeper.change(content);
    started.current = true;
    void keeper.start(content);
    // Its key tells whether it is other content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [keeper, key]);
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && keeper.flush();
    const back = () => keeper.flush();
    document.addEventListener('visibilitychange', leave);
    addEventListener('online', back);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('online', back);
      keeper.flush();
    };
  }, [keeper]);
  return { keeper, standing };
}
