import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';

/** Credit that staff give. */
export interface Goodwill {
  organization: Id<'organization'>;
  currency: Currency;
  /** Minor units, above zero. */
  amount: bigint;
  reason: string;
  expiresOn: CalendarDate | null;
  by: Id<'person'>;
}
