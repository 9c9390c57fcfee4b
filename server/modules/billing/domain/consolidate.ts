/** Movements of a range, in minor units of one currency: what was owed before it, invoiced and paid in it. */
export interface Movements {
  opening: bigint;
  invoiced: bigint;
  paid: bigint;
}

/** A part of `ledger` that is about `of`, an organization other than the one whose ledger it is. */
export interface AboutAnother extends Movements {
  ledger: string;
  of: string;
}

/**
 * Says of each organization what its own ledger and those of who pays for it hold about it. What a ledger holds about others is taken
 * from its own row and given to theirs, so the sums over all rows are those over all ledgers.
 */
export function consolidate(
  ledgers: ReadonlyMap<string, Movements>,
  others: readonly AboutAnother[],
): Map<string, Movements> {
  const rows = new Map(ledgers);
  const move = (of: string, { opening, invoiced, paid }: Movements, sign: bigint) => {
    const row = rows.get(of) ?? { opening: 0n, invoiced: 0n, paid: 0n };
    rows.set(of, {
      opening: row.opening + sign * opening,
      invoiced: row.invoiced + sign * invoiced,
      paid: row.paid + sign * paid,
    });
  };
  for (const part of others) {
    move(part.ledger, part, -1n);
    move(part.of, part, 1n);
  }
  return rows;
}

export function sumOf(rows: Iterable<Movements>): Movements {
  const sum = { opening: 0n, invoiced: 0n, paid: 0n };
  for (const { opening, invoiced, paid } of rows) {
    sum.opening += opening;
    sum.invoiced += invoiced;
    sum.paid += paid;
  }
  return sum;
}
