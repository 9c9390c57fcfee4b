// breaks: kernel-is-the-ground
import { ids } from './values/ids.ts';
import { identity } from '../modules/identity/index.ts';

export const jobs = [ids, identity];
