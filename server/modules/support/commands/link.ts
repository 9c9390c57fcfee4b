import { Problem } from '../../../kernel/values/errors.ts';
import { unknownLink } from '../contract.ts';

const fields: Record<string, string> = {
  tickets_organization_id_service_id_fkey: 'serviceId',
  tickets_organization_id_invoice_id_fkey: 'invoiceId',
  tickets_organization_id_offer_id_fkey: 'offerId',
  tickets_queue_fkey: 'queue',
};

/**
 * Foreign keys carry the organization, so the database knows what exists there: a link to somebody else's service is refused like
 * one to nothing. Errors: `unknown_link` with the field.
 */
export async function whenLinked<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    const path = code === '23503' && constraint ? fields[constraint] : undefined;
    if (!path) throw error;
    throw new Problem(unknownLink, {
      fields: [{ path, code: 'unknown', message: 'There is no such thing in this organization.' }],
    });
  }
}
