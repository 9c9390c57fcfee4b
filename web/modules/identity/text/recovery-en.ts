/** Of letting people in again who lost their second step: apart, as few visits need it. */
export const text = {
  own: {
    title: 'Your account is about to be recovered',
    words: 'Our team removes your second step and your password, and signs every device out:',
    act: 'Stop it',
    stopped: 'The recovery is stopped. Nothing has changed.',
  },
  link: {
    title: 'Stop the recovery?',
    lead: 'Our team was asked to remove your second step. If that was not you, stop it: nothing changes then.',
    act: 'Stop the recovery',
    done: 'The recovery is stopped. Your second step and your password stay as they are.',
  },
  desk: {
    begin: 'Recover account',
    beginOf: (name: string) => `Recover the account of ${name}`,
    lead: 'For a person who lost the second step. Every address of theirs is told at once, and they can stop it. When the delay is over, second steps, password and sessions go, and a link to a new password is mailed.',
    reason: 'What happened',
    vouchedBy: 'Who vouches for the person',
    vouchedByHint: 'And how you made sure, for example a call back to the number we know.',
    beginAct: 'Begin the recovery',
    begun: (name: string) => `The recovery of ${name} has begun. All their addresses are told.`,
    menu: (name: string) => `Recovery of ${name}`,
    underWay: 'Being recovered',
    awaited: 'Waits for approval',
    due: 'Takes effect',
    began: 'Begun by',
    details: 'See the recovery',
    approve: 'Approve the recovery',
    approved: 'The recovery is approved.',
    withdraw: 'Withdraw the recovery',
    withdrawn: (name: string) => `The recovery of ${name} is withdrawn.`,
    second: 'An administrator is recovered only when a second administrator approves.',
  },
  problems: {
    own_recovery: 'Somebody else has to recover your account.',
    nothing_to_recover: 'This person has no second step. A new password by “Forgot password” is enough.',
    recovery_under_way: 'This person is being recovered already.',
    cannot_approve_recovery: 'You cannot approve this recovery.',
    began_it: 'You began it, so somebody else has to approve.',
    approved_already: 'It is approved already.',
    not_needed: 'It needs no approval.',
    administrators_only: 'Only an administrator can approve.',
    recovery_over: 'This link does not work any more: the recovery was stopped or done already.',
  },
};

export type Text = typeof text;
