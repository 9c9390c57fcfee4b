import { defineSetting } from '../../kernel/settings.ts';
import { usageRulesShape } from './settings-contract.ts';
import type { UsageRules } from './settings-contract.ts';

/** Clocks differ: so far ahead of ours an event may be. */
export const skewMinutes = 5;

export const usageRules = defineSetting<UsageRules>({
  key: 'usage.rules',
  schema: usageRulesShape,
  default: { lateDays: 14, afterBilling: 'correct' },
});
