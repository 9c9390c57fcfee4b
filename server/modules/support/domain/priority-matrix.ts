import type { Priority } from './ticket-states.ts';

/** Whom it hits. */
export const impacts = ['everyone', 'several', 'one'] as const;
export type Impact = (typeof impacts)[number];

/** How hard it hits them. */
export const hindrances = ['stopped', 'hindered', 'can_wait'] as const;
export type Hindrance = (typeof hindrances)[number];

/** The priority that impact and hindrance propose together. */
export type PriorityMatrix = Record<Impact, Record<Hindrance, Priority>>;

export const usualMatrix: PriorityMatrix = {
  everyone: { stopped: 'emergency', hindered: 'high', can_wait: 'normal' },
  several: { stopped: 'high', hindered: 'normal', can_wait: 'low' },
  one: { stopped: 'high', hindered: 'normal', can_wait: 'low' },
};
