import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const data = z.object({ packId: z.string(), disputeId: z.string() });

export const evidenceCollected = defineEvent('evidence.pack-collected', { audience: 'staff', data });
/** From now on it stays as it is; the hashes are SHA-256 in hex of what is sent. */
export const evidenceFrozen = defineEvent('evidence.pack-frozen', {
  audience: 'staff',
  data: data.extend({ documentHash: z.string(), archiveHash: z.string() }),
});
/** The gateway has taken it. */
export const evidenceSent = defineEvent('evidence.pack-sent', { audience: 'staff', data });
