import { z } from 'zod';
import { line } from '../../kernel/http/shapes.ts';
import { defineSetting } from '../../kernel/settings.ts';

const bilingual = z.object({ id: line(60), en: line(60) });

/** What is offered of the connected gateways. A gateway that is not listed is on, under its own words. */
export const offered = defineSetting({
  key: 'payments.gateways',
  schema: z
    .array(
      z.object({
        gateway: z.string().max(40),
        on: z.boolean(),
        /** The words for a method, by its id, where the gateway's own do not fit. */
        labels: z.record(z.string().max(40), bilingual),
      }),
    )
    .max(40),
  default: [],
});
export type Offered = z.output<typeof offered.schema>;

export const automaticPayment = defineSetting({
  key: 'payments.automatic',
  schema: z.object({
    /** Renewals are charged to the default method when their invoice is issued. */
    renewals: z.boolean(),
  }),
  default: { renewals: true },
});
