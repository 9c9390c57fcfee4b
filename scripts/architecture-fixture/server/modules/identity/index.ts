// breaks: floor-0-looks-down
import { organizationAdded } from '../organizations/events.ts';
import type { Organization } from '../organizations/index.ts';
import { inner } from './inner.ts';

export const identity = [inner, organizationAdded];
export type Known = Organization;
