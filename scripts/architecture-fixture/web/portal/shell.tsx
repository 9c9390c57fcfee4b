// breaks: web-sees-contracts-only
// breaks: web-takes-types-only
import type { Organization } from '../../server/modules/organizations/names.ts';
import type { SignIn } from '../../server/modules/identity/contract.ts';
import { signInBody } from '../../server/modules/identity/contract.ts';

export const Shell = (name: Organization, body: SignIn = signInBody) => [name, body];
