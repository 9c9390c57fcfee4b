import { permission } from '../../kernel/auth/roles.ts';

/** Who takes how many tickets of which kind, and how queues give them out. Being here or away needs no right but to work on tickets. */
export const manageTeam = permission('assignment.team.manage', { staff: ['administrator'] });
