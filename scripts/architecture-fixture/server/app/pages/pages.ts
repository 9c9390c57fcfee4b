// breaks: server-reads-page-lists-only
// breaks: server-draws-nothing
import { portalPages } from '../../../web/portal/pages.ts';
import { Shell } from '../../../web/portal/shell.tsx';

export const pages = [portalPages, Shell];
