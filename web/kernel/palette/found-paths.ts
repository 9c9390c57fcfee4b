import type { Found } from '../../../server/modules/home/contract.ts';
import { consolePaths } from '../console-paths.ts';
import { type OrganizationPaths, type Path } from '../paths.ts';

export type FoundItem = Found['items'][number];

/** Where a found thing stands in the portal. */
export function portalPathOf(to: OrganizationPaths, { kind, id }: FoundItem): Path {
  switch (kind) {
    case 'service':
      return to.service(id);
    case 'invoice':
      return to.invoice(id);
    case 'order':
      return to.order(id);
    case 'ticket':
      return to.ticket(id);
    case 'article':
      return to.article(id);
    case 'client':
      return to.organization();
  }
}

/** Where a found thing stands in the console. */
export function consolePathOf({ kind, id }: FoundItem): Path {
  const to = consolePaths;
  switch (kind) {
    case 'service':
      return to.service(id);
    case 'invoice':
      return to.invoice(id);
    case 'order':
      return to.orders({ q: id });
    case 'ticket':
      return to.ticket(id);
    case 'article':
      return to.article(id);
    case 'client':
      return to.client(id);
  }
}
