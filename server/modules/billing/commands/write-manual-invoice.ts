import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization, findPayer } from '../../organizations/index.ts';
import { dueTooEarly, nothingToInvoice } from '../contract.ts';
import type { manualInvoiceBody } from '../contract.ts';
import { issueInvoice } from './issue-invoice.ts';
import type { IssuedInvoice } from './issue-invoice.ts';

/** An invoice that staff write by hand. Errors: `not_found`, `due_too_early`, `nothing_to_invoice`. */
export async function writeManualInvoice(
  tx: Tx,
  input: z.output<typeof manualInvoiceBody>,
): Promise<IssuedInvoice> {
  const { organization, dueOn, notes, purchaseOrder } = input;
  const [own, { timeZone }] = await Promise.all([
    findOrganization(tx.db, organization),
    findPayer(tx.db, organization),
  ]);
  if (dueOn && dueOn < dateIn(timeZone, tx.now)) {
    throw new Problem(dueTooEarly, {
      fields: [{ path: 'dueOn', code: 'due_too_early', message: 'not before today' }],
    });
  }
  const issued = await issueInvoice(tx, {
    organization,
    kind: 'manual',
    orderId: null,
    notes,
    purchaseOrder,
    currency: input.currency ?? (own.currency as Currency),
    ...(dueOn === undefined ? {} : { dueOn }),
    lines: input.lines.map(({ taxCategory, taxIncluded, unit, unitPrice, ...line }) => ({
      ...line,
      serviceId: null,
      period: null,
      unitPrice: BigInt(unitPrice),
      ...(taxCategory && { taxCategory }),
      ...(taxIncluded !== undefined && { taxIncluded }),
      ...(unit && { unit }),
    })),
  });
  if (issued.total === 0n) throw new Problem(nothingToInvoice);
  return issued;
}
