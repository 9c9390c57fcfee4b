/** Ways in which a text reaches a phone. */
export const textChannels = ['whatsapp', 'sms'] as const;
export type TextChannel = (typeof textChannels)[number];

/** A phone and how to reach it. */
export interface Phone {
  /** E.164: `+6281234567890`. */
  number: string;
  channel: TextChannel;
}

/** A phone as the address of a message, `sms:+6281234567890`, which no mail address looks like. */
export const phoneAddress = ({ number, channel }: Phone): string => `${channel}:${number}`;

/** Null for a mail address. */
export function phoneAt(address: string): Phone | null {
  const [, channel, number] = /^(whatsapp|sms):(\+\d+)$/.exec(address) ?? [];
  return number ? { number, channel: channel as TextChannel } : null;
}
