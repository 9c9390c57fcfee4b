// breaks: adapters-stand-apart
// breaks: other-adapters-know-no-module
import { identity } from '../../modules/identity/index.ts';
import { acme } from '../gateways/acme.ts';

export const pigeon = [acme, identity];
