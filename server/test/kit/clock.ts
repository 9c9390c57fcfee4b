import type { Clock } from '../../kernel/clock.ts';

export interface MovableClock extends Clock {
  /** Moves time forward and tells whoever keeps time elsewhere. */
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void>;
  onMove(listener: (milliseconds: number) => Promise<void>): void;
}

export function movableClock(start: Date): MovableClock {
  let time = start.getTime();
  const listeners: ((milliseconds: number) => Promise<void>)[] = [];
  return {
    now: () => new Date(time),
    onMove: (listener) => void listeners.push(listener),
    async advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      const milliseconds = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
      time += milliseconds;
      for (const listener of listeners) await listener(milliseconds);
    },
  };
}
