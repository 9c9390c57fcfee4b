import { defineSetting } from '../../kernel/settings.ts';
import { deskLimitsShape } from './contract.ts';
import type { DeskLimits } from './contract.ts';

export const deskLimits = defineSetting<DeskLimits>({
  key: 'deskacts.limits',
  schema: deskLimitsShape,
  default: {
    credit: [
      { role: 'support', currency: 'IDR', perDay: 250_000 },
      { role: 'support', currency: 'USD', perDay: 2_500 },
    ],
  },
});
