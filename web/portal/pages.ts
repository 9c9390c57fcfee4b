import { collectPages } from '../kernel/pages/pages.ts';
import { portalPages as home } from '../modules/home/pages.ts';
import { portalPages as identity } from '../modules/identity/pages.ts';
import { portalPages as organizations } from '../modules/organizations/pages.ts';

/** Every page of the portal, by module. Pure data: the server reads it too. */
export const portalPages = collectPages({ home, identity, organizations });
