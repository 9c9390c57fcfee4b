import type { TextingPort } from '../../../kernel/ports.ts';
import { textChannels } from '../../../kernel/texting.ts';

/** No telephone network: what is sent can be read in the console's outbox, where every text is kept. */
export function sandboxTexting(): TextingPort {
  return { channels: textChannels, delivers: false, async send() {} };
}
