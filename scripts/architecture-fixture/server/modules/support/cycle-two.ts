import type { Forgotten } from './cycle-one.ts';

export type Remembered = Forgotten | string;
