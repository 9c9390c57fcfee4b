/** Why a line stands on an invoice, and what else it is filed under. */
export const why = {
  why: 'Why this line',
  whyKinds: {
    recurring: 'A period of the service',
    setup: 'Set-up, once',
    one_time: 'Paid once',
    usage: 'What was used',
    proration: 'Part of a period, after a change',
    discount: 'A reduction',
    fee: 'A fee',
    manual: 'Written by our staff',
  },
  whyPrices: {
    catalog: 'Price of the catalog when it was ordered',
    agreed: 'Price agreed for the service',
    quote: 'Price of a quote',
    staff: 'Price set by our staff',
  },
  whyCount: (quantity: string, price: string) => `${quantity} × ${price}`,
  whyVersion: (version: string) => `version ${version}`,
  noTax: 'no tax',
  purchaseOrder: 'Your order',
  buyerReference: 'Your reference',
  transactionCode: 'Tax invoice code',
  worth: 'Exchange rate',
  worthOf: (from: string, rate: string, to: string, day: string, source: string) =>
    `1 ${from} = ${rate} ${to} (${day}, ${source})`,
  withheldTax: 'Tax withheld',
};
export type Why = typeof why;

/** What comes next, as a paper. */
export const proForma = {
  document: 'Document',
  proForma: 'Pro-forma PDF',
  proFormaOf: (service: string) => `Pro-forma PDF of ${service}`,
};
export type ProForma = typeof proForma;
