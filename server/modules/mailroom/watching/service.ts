import { defineService } from '../../../kernel/services.ts';
import { watchMailboxes } from './watch.ts';

/** Often enough to hold on to mailboxes (`lease.ts`), and to take on one that was added. */
const lookEveryMilliseconds = 10_000;

export const watching = defineService({
  name: 'mailroom.watching',
  start(ctx) {
    const mailboxes = watchMailboxes(ctx);
    let looking = Promise.resolve();
    const look = () => {
      looking = looking
        .then(() => mailboxes.look())
        .catch((err: unknown) => ctx.log.warn({ err }, 'mailboxes could not be looked at'));
    };
    const timer = setInterval(look, lookEveryMilliseconds);
    look();
    return {
      async stop() {
        clearInterval(timer);
        await looking;
        await mailboxes.stop();
      },
    };
  },
});
