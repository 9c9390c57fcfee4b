// breaks: gateways-know-their-port
import type { Gateway } from '../../modules/payments/gateway.ts';
import { organizations } from '../../modules/organizations/index.ts';

export const acme: Gateway = { name: `acme for ${organizations.length}` };
