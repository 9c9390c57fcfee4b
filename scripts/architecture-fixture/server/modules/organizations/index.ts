// breaks: through-the-index
import { inner } from '../identity/inner.ts';
import { organizationAdded } from './events.ts';
export type { Organization } from './names.ts';

export const organizations = [inner, organizationAdded];
