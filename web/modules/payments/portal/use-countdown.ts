import { useEffect, useState } from 'react';

const leftUntil = (instant: string) => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000));

/** Seconds until an instant, ticking; 0 when it is over. */
export function useCountdown(instant: string): number {
  const [seconds, setSeconds] = useState(() => leftUntil(instant));
  useEffect(() => {
    const tick = () => setSeconds(leftUntil(instant));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return seconds;
}
