/**
 * Works through lanes that have no rows in common within one transaction: what they send meanwhile shares packets. Waits for all, and throws
 * what failed first: once a statement has failed, the others only hear that all is undone.
 */
export async function sideBySide(lanes: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(lanes.map((lane) => lane().catch((error: unknown) => failures.push(error))));
  if (failures.length > 0) throw failures[0];
}
