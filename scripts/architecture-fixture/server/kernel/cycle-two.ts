import { forgets } from './cycle-one.ts';

export const remembers = () => forgets;
