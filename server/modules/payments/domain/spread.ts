/** What is owed on each of several invoices. */
export interface Owed<Id> {
  invoice: Id;
  dueOn: string;
  balance: bigint;
}

/** An amount over invoices, the oldest due first and each up to what is owed; those that get nothing are left out. Minor units. */
export function spread<Id extends string>(
  owed: readonly Owed<Id>[],
  amount: bigint,
): { invoice: Id; amount: bigint }[] {
  let left = amount;
  return owed
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.invoice.localeCompare(b.invoice))
    .flatMap(({ invoice, balance }) => {
      const part = balance < left ? balance : left;
      left -= part;
      return part > 0n ? [{ invoice, amount: part }] : [];
    });
}
