import { expect, test } from 'vitest';
import { mayApprove } from './may-approve.ts';

const recovery = { person: 'rina', beganBy: 'budi', approved: false, ofAdministrator: true };

test('a third administrator approves, once, and only where an administrator is let in', () => {
  expect(mayApprove(recovery, 'sari')).toBe(true);
  expect(mayApprove(recovery, 'budi')).toEqual({ no: 'began_it' });
  expect(mayApprove(recovery, 'rina')).toEqual({ no: 'own_recovery' });
  expect(mayApprove({ ...recovery, approved: true }, 'sari')).toEqual({ no: 'approved_already' });
  expect(mayApprove({ ...recovery, ofAdministrator: false }, 'sari')).toEqual({ no: 'not_needed' });
});
