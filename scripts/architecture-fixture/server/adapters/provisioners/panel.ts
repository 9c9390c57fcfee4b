// breaks: provisioners-know-their-port
import type { Gateway } from '../../modules/payments/gateway.ts';

export const panel: Gateway = { name: 'panel' };
