// breaks: kernel-is-the-ground
import { forgets } from './cycle-one.ts';
import { ids } from './values/ids.ts';
import { identity } from '../modules/identity/index.ts';

export const jobs = [ids, identity, forgets];
