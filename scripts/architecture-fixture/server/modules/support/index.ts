// breaks: app-is-the-roof
import { forgets } from './cycle-one.ts';
import { links } from '../../app/links.ts';

export const support = [forgets, links];
