import type { TextingPort } from '../../../kernel/ports.ts';

/** Texting is off: it is offered to nobody, and what was on its way when it was turned off fails. */
export function noTexting(): TextingPort {
  return {
    channels: [],
    delivers: true,
    async send() {
      throw new Error('texting is off');
    },
  };
}
