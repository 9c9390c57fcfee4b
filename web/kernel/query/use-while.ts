import { useEffect } from 'react';
import { refresh } from './client.ts';

const everyMilliseconds = 2000;

/** Reads again what stands at these addresses every two seconds while something is under way; nobody tells how far it is. */
export function useWhile(underWay: boolean, url: string): void {
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => void refresh(url), everyMilliseconds);
    return () => clearInterval(timer);
  }, [underWay, url]);
}
