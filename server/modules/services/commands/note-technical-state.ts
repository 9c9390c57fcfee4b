import type { Tx } from '../../../kernel/db/tx.ts';
import type { TechnicalState } from '../domain/technical-states.ts';
import type { ServiceKey } from '../service.ts';

/**
 * Keeps what lists and clients see of the technical side, told by provisioning in the transaction that changes it. What is absent
 * stays as it is. It is no edit: the version stays.
 */
export async function noteTechnicalState(
  tx: Tx,
  {
    organization,
    service,
    state,
    facts,
    dashboardUrl,
  }: ServiceKey & {
    state: TechnicalState;
    facts?: Readonly<Record<string, string>> | undefined;
    dashboardUrl?: string | null | undefined;
  },
): Promise<void> {
  await tx.db
    .updateTable('services.services')
    .set({
      technical_state: state,
      ...(facts ? { facts: JSON.stringify(facts) } : {}),
      ...(dashboardUrl !== undefined ? { dashboard_url: dashboardUrl } : {}),
    })
    .where('organization_id', '=', organization)
    .where('id', '=', service)
    .execute();
}
