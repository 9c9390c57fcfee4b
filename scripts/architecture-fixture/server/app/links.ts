// breaks: server-knows-no-page
// breaks: imports-exist
import { portalPages } from '../../web/portal/pages.ts';
import { nowhere } from './nowhere.ts';

export const links = [portalPages, nowhere];
