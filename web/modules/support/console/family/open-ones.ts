import type { ClientTicketDetail } from '../../../../../server/modules/support/contract.ts';

const settled: readonly ClientTicketDetail['status'][] = ['resolved', 'closed', 'merged', 'spam'];

/** Those that are not done. */
export const openOnes = (children: ClientTicketDetail['children']) =>
  children.filter(({ status }) => !settled.includes(status));
