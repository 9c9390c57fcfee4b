import { z } from 'zod';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { keyExpiring } from './key-messages.ts';
import { tellOfKey } from './tell-of-key.ts';

const batch = 1000;
/** Those who have to do with a key are told this long before it expires. */
const noticeMilliseconds = 7 * 24 * 60 * 60 * 1000;

export const tellOfExpiry = defineJob({
  name: 'organizations.tell-of-key-expiry',
  input: z.object({ organization: z.string(), key: z.string() }),
  run: (ctx, input) =>
    ctx.transact(async (tx) => {
      const organization = input.organization as Id<'organization'>;
      const key = await tx.db
        .updateTable('organizations.api_keys')
        .set({ told_at: tx.now })
        .where('organization_id', '=', organization)
        .where('id', '=', input.key)
        .where('told_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', tx.now)
        .where('expires_at', '<=', soon(tx.now))
        .returning(['name', 'person_id', 'expires_at'])
        .executeTakeFirst();
      if (!key) return;
      const about = {
        name: key.name,
        holder: key.person_id as Id<'person'> | null,
        expiresAt: key.expires_at,
      };
      const occurrence = `${input.key}:${key.expires_at.toISOString()}`;
      await tellOfKey(tx, organization, about, (reader, data) =>
        tx.tell(keyExpiring, { ...reader, occurrence, data }),
      );
    }),
});

export const tellOfExpiries = defineSweep({
  name: 'organizations.tell-of-key-expiries',
  cron: '37 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const found = await tx.db
        .selectFrom('organizations.api_keys')
        .select(['organization_id', 'id'])
        .where('told_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', tx.now)
        .where('expires_at', '<=', soon(tx.now))
        .orderBy('expires_at')
        .limit(batch)
        .execute();
      for (const { organization_id: organization, id } of found)
        tx.enqueue(tellOfExpiry, { organization, key: id }, { key: id });
    }),
});

const soon = (now: Date) => new Date(now.getTime() + noticeMilliseconds);
