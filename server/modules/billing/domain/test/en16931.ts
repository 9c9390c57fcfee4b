import type { CanonicalInvoice } from '../canonical.ts';

/** Decimals as whole ten-thousandths. */
export function scaled(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const amount = BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, '0').slice(0, 4));
  return decimal.startsWith('-') ? -amount : amount;
}
const sum = (decimals: readonly string[]) => decimals.reduce((total, each) => total + scaled(each), 0n);
const size = (amount: bigint) => (amount < 0n ? -amount : amount);

/**
 * The arithmetic rules of EN 16931 that a document breaks, by their names; none where it is right. `roundings`: how many times a tax was
 * rounded on its way, each by half a unit at most. One where it is of the sum of its lines.
 */
export function brokenRules(made: CanonicalInvoice, roundings = 1): string[] {
  const { totals, lines, taxes } = made;
  const wrong: string[] = [];
  const hold = (rule: string, holds: boolean) => void (holds || wrong.push(rule));
  hold('BR-CO-10', scaled(totals.lines) === sum(lines.map(({ net }) => net)));
  hold(
    'BR-CO-13',
    scaled(totals.taxExclusive) === scaled(totals.lines) - scaled(totals.allowances) + scaled(totals.charges),
  );
  hold('BR-CO-14', scaled(totals.tax) === sum(taxes.map(({ tax }) => tax)));
  hold('BR-CO-15', scaled(totals.taxInclusive) === scaled(totals.taxExclusive) + scaled(totals.tax));
  hold(
    'BR-CO-16',
    scaled(totals.payable) === scaled(totals.taxInclusive) - scaled(totals.prepaid) + scaled(totals.rounding),
  );
  const unit = made.currency === 'IDR' ? 10_000n : 100n;
  for (const { taxable, percent, tax, category } of taxes) {
    const off = size(scaled(tax) * 1_000_000n - scaled(taxable) * scaled(percent));
    hold('BR-CO-17', 2n * off <= BigInt(roundings) * unit * 1_000_000n);
    const own = lines.filter((line) => line.category === category && line.percent === percent);
    hold('BR-S-08', scaled(taxable) === sum(own.map(({ net }) => net)));
  }
  const amounts = [
    ...Object.values(totals),
    ...lines.flatMap(({ net, price }) => [net, price]),
    ...taxes.flatMap(({ taxable, tax }) => [taxable, tax]),
  ];
  hold(
    'BR-DEC',
    amounts.every((amount) => /^-?\d+(\.\d{1,2})?$/.test(amount)),
  );
  hold(
    'BR-27',
    lines.every(({ price }) => !price.startsWith('-')),
  );
  return wrong;
}
