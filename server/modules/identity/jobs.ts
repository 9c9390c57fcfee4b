import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { defineJob } from '../../kernel/jobs/define.ts';
import { askPasswordReset } from './commands/ask-password-reset.ts';
import { signUp } from './commands/sign-up.ts';
import { mailboxBody, signUpBody } from './contract.ts';

const sealedAs = 'identity.ask-mailbox';
const asked = z.discriminatedUnion('for', [
  z.object({ for: z.literal('sign_up'), ...signUpBody.shape }),
  z.object({ for: z.literal('password_reset'), ...mailboxBody.shape }),
]);

/**
 * What a stranger asked about a mailbox. It is done behind the answer, so that the answer takes the same time whether the mailbox is
 * known or not; sealed, as jobs lie about for a while.
 */
export const askMailbox = defineJob({
  name: 'identity.ask-mailbox',
  input: z.object({ sealed: z.string() }),
  run: (ctx, { sealed }) => {
    const wanted = asked.parse(JSON.parse(ctx.vault.open(sealedAs, sealed)));
    return ctx.transact((tx) =>
      wanted.for === 'sign_up' ? signUp(tx, wanted) : askPasswordReset(tx, wanted.email),
    );
  },
});

/** Takes the question up; nothing is looked at yet. */
export async function askLater(ctx: Ctx, wanted: z.output<typeof asked>): Promise<void> {
  await ctx.transact(async (tx) => {
    tx.enqueue(askMailbox, { sealed: tx.vault.seal(sealedAs, JSON.stringify(wanted)) });
  });
}
