import { on } from '../../kernel/events/reactions.ts';
import { roleDeleted } from '../organizations/events.ts';
import { settleRoles } from './commands/settle-roles.ts';

export const reactions = [
  // Who had the role was given another by hand; those of the directory get what their groups say.
  on(roleDeleted, 'directory.settle-roles', async (tx, fact) => {
    if (fact.organizationId) await settleRoles(tx, fact.organizationId, null);
  }),
];
