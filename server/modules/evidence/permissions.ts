import { permission } from '../../kernel/auth/roles.ts';

/** Collects what the records say about a disputed payment, people among it, and sends it to the bank. */
export const workEvidence = permission('evidence.pack.work', { staff: ['administrator', 'finance'] });
