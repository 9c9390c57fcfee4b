import type { WorkTermsAnswer } from '../../../../server/modules/worktime/contract.ts';
import type { Money } from '../../../kernel/format/money.ts';

type Terms = WorkTermsAnswer['value'];

/** A rate as it is being written. */
export interface RateDraft {
  key: number;
  currency: string;
  hourly: Money | null;
  tierId: string | null;
  client: { id: string; name: string } | null;
}

export interface Values {
  stepMinutes: string;
  minimumMinutes: string;
  taxCategory: Terms['taxCategory'];
  rates: readonly RateDraft[];
}

export const valuesOf = ({ value, clients }: WorkTermsAnswer): Values => ({
  stepMinutes: String(value.stepMinutes),
  minimumMinutes: String(value.minimumMinutes),
  taxCategory: value.taxCategory,
  rates: value.rates.map(({ currency, hourly, tierId, organizationId }, key) => ({
    key,
    currency,
    hourly: { amount: hourly, currency },
    tierId,
    client:
      organizationId === null
        ? null
        : { id: organizationId, name: clients.find(({ id }) => id === organizationId)?.name ?? '' },
  })),
});

export const bodyOf = ({ stepMinutes, minimumMinutes, taxCategory, rates }: Values): Terms => ({
  stepMinutes: Number(stepMinutes),
  minimumMinutes: Number(minimumMinutes),
  taxCategory,
  rates: rates.map(({ currency, hourly, tierId, client }) => ({
    currency: currency as Terms['rates'][number]['currency'],
    hourly: hourly?.amount ?? 0,
    tierId,
    organizationId: client?.id ?? null,
  })),
});

/** Two of them are for the same clients in the same currency. */
export const saysTwice = (rates: readonly RateDraft[]): boolean =>
  new Set(rates.map(({ currency, tierId, client }) => `${currency} ${tierId} ${client?.id}`)).size <
  rates.length;
