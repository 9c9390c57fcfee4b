/** A recovery, as far as a second pair of eyes is concerned. */
export interface Approvable {
  person: string;
  beganBy: string;
  approved: boolean;
  /** Whether the person is an administrator. */
  ofAdministrator: boolean;
}

/** Whether this administrator may be the second pair of eyes: neither who began it nor whom it lets in. */
export function mayApprove(recovery: Approvable, administrator: string): true | { no: string } {
  if (!recovery.ofAdministrator) return { no: 'not_needed' };
  if (recovery.approved) return { no: 'approved_already' };
  if (recovery.person === administrator) return { no: 'own_recovery' };
  if (recovery.beganBy === administrator) return { no: 'began_it' };
  return true;
}
