/**
 * The day of the month the periods of a plan begin on, 1 to 28 or the last (31). Who begins on another day pays the part up to it; who orders
 * from day `togetherFrom` on, up to that day, pays the first whole period along with it. Null: never.
 */
export interface BillDay {
  readonly day: number;
  readonly togetherFrom: number | null;
}
