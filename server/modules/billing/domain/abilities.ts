import type { Ability } from '../../../kernel/values/state-machine.ts';

/** What people call the state of an invoice; the database computes it from document, settlement and what is known of payments. */
export const invoiceStatuses = [
  'due',
  'overdue',
  'pending',
  'paid',
  'credited',
  'void',
  'written_off',
  'draft',
] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** Something is still owed. Written out in the partial indexes of the invoices' table too. */
export const openStatuses = ['due', 'overdue', 'pending'] as const satisfies readonly InvoiceStatus[];

const settled = {
  paid: { no: 'already_paid' },
  credited: { no: 'credited' },
  void: { no: 'invoice_void' },
  written_off: { no: 'written_off' },
  draft: { no: 'not_issued' },
} as const;
const whileOpen = { due: true, overdue: true, pending: true, ...settled } as const;

export type InvoiceNo = (typeof settled)[keyof typeof settled]['no'] | 'payment_pending';
type ByStatus = Readonly<Record<InvoiceStatus, Ability<InvoiceNo>>>;

/**
 * Per act and status: open, or why not. The guards of commands and the `can` that lists and pages show read the same table.
 * A debt that was written off may still be paid. Nothing new is paid while a payment is being looked at: it may be the same money.
 */
export const invoiceActs = {
  pay: { ...whileOpen, pending: { no: 'payment_pending' }, written_off: true },
  applyCredit: { ...whileOpen, pending: { no: 'payment_pending' } },
  withhold: { ...whileOpen, pending: { no: 'payment_pending' } },
  recordPayment: { ...whileOpen, written_off: true },
  void: whileOpen,
  /** Not while money may be on its way. */
  writeOff: { ...whileOpen, pending: { no: 'payment_pending' } },
  /** A paper that is out is corrected by another, whether or not it is paid. */
  creditNote: { ...settled, due: true, overdue: true, pending: true, paid: true },
} as const satisfies Record<string, ByStatus>;

export type InvoiceAct = keyof typeof invoiceActs;

export function mayOnInvoice(act: InvoiceAct, status: InvoiceStatus): Ability<InvoiceNo> {
  return invoiceActs[act][status];
}
