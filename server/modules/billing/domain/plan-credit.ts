import { divide } from '../../../kernel/values/money.ts';
import { taxTakenBack, type ChargedLine } from './credit-note.ts';

/** A line that was charged: `price` is in the terms prices are in, with or without tax; `net` is without. */
export interface PaidLine extends ChargedLine {
  position: number;
  price: bigint;
}

/** `room`: how much can be taken back of the whole invoice, with tax. */
export interface PaidInvoice {
  room: bigint;
  lines: readonly PaidLine[];
}

export interface Taken {
  lines: { position: number; net: bigint }[];
  /** With tax. */
  total: bigint;
}

/**
 * What to take back of invoices, in their order, to give back a price: of the first as much as it holds, then of the next. Never more
 * than was charged; what finds no place is not given back.
 */
export function planCredit(invoices: readonly PaidInvoice[], price: bigint): Taken[] {
  let wanted = price;
  return invoices.map((invoice) => {
    const open = invoice.lines.map((line) => ({ ...line, left: priceLeft(line) }));
    const whole = open.reduce((sum, { left }) => sum + left, 0n);
    if (wanted <= 0n || whole <= 0n) return { lines: [], total: 0n };
    // All of it takes reductions back as well, so that nothing of what was charged remains.
    const lines =
      wanted >= whole
        ? open
            .filter(({ left }) => left !== 0n)
            .map((line) => ({ ...line, back: line.net - line.creditedNet }))
        : partOf(open, wanted);
    wanted -= wanted >= whole ? whole : wanted;
    return within(invoice.room, lines);
  });
}

type Open = PaidLine & { left: bigint };
type Back = PaidLine & { back: bigint };

function partOf(open: readonly Open[], wanted: bigint): Back[] {
  let rest = wanted;
  const largest = open.filter(({ left }) => left > 0n).toSorted((a, b) => (a.left > b.left ? -1 : 1));
  return largest.flatMap((line) => {
    const take = rest < line.left ? rest : line.left;
    rest -= take;
    const back =
      take === line.left
        ? line.net - line.creditedNet
        : divide(take * line.net, line.price, 'halfAwayFromZero');
    return back === 0n ? [] : [{ ...line, back }];
  });
}

/** Tax of parts is rounded by itself and can be a unit above what is left: then a unit less is given back. */
function within(room: bigint, lines: readonly Back[]): Taken {
  const total = lines.reduce((sum, line) => sum + line.back + (taxTakenBack(line, line.back) ?? 0n), 0n);
  const last = lines.at(-1);
  if (total <= room || !last) {
    return { lines: lines.map(({ position, back }) => ({ position, net: back })), total };
  }
  const less = lines.map((line) => (line === last ? { ...line, back: line.back - 1n } : line));
  return within(
    room,
    less.filter(({ back }) => back !== 0n),
  );
}

function priceLeft({ price, net, creditedNet }: PaidLine): bigint {
  return net === 0n ? 0n : price - divide(price * creditedNet, net, 'halfAwayFromZero');
}
