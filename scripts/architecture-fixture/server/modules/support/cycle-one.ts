// breaks: no-cycles
import type { Remembered } from './cycle-two.ts';

export type Forgotten = Remembered[];
export const forgets: Forgotten = [];
