// breaks: no-cycles
import { remembers } from './cycle-two.ts';

export const forgets = () => remembers;
