/** What use costs, in a sentence: in the store and where prices are edited. */
export const metered = {
  title: 'What you use is paid afterwards',
  each: (price: string, unit: string) => `${price} per ${unit}`,
  package: (price: string, size: string) => `${price} for each ${size} begun`,
  upTo: (price: string, end: string) => `${price} up to ${end}`,
  beyond: (price: string) => `${price} beyond`,
  all: 'all at the price of the tier reached',
  once: (price: string, sum: string) => `${price} + ${sum} once`,
  fee: (rate: string, fee: string) => `${rate} + ${fee} each time`,
  included: (quantity: string) => `${quantity} included`,
  least: (sum: string) => `at least ${sum}`,
};
export type Metered = typeof metered;
