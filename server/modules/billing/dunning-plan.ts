import type { DunningSettings } from './domain/dunning.ts';
import type { DunningRules } from './settings.ts';

/** The business's rules as the domain takes them. */
export function dunningPlan({ terminateAfterDays, ...rules }: DunningRules): DunningSettings {
  return terminateAfterDays === null ? rules : { ...rules, terminateAfterDays };
}
