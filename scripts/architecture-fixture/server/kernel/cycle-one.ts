// breaks: kernel-runs-in-no-circle
import { remembers } from './cycle-two.ts';

export const forgets = () => remembers;
