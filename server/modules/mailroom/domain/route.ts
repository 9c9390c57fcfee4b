import type { Automatic } from './automatic.ts';
import type { Authentication } from './authentication.ts';

/** Why a mail is kept apart until somebody looks at it. */
export const reasons = [
  'forged',
  'unproven',
  'unknown_sender',
  'not_in_ticket',
  'several_organizations',
  'too_many',
  'unreadable',
] as const;
export type Reason = (typeof reasons)[number];

/** Why nothing comes of a mail. */
export const silences = ['loop', 'auto_reply', 'bulk', 'report', 'blocked', 'empty'] as const;
export type Silence = (typeof silences)[number];

export type Route =
  | { to: 'ticket'; ticket: string }
  | { to: 'new'; organization: string }
  /** `ticket`: the one it seems to be about. `ask`: its sender may be asked whether it is theirs. */
  | { to: 'quarantine'; why: Reason; ticket: string | null; ask: boolean }
  | { to: 'nothing'; why: Silence };

/** What is known of a mail once everything it names has been looked up. */
export interface Found {
  automatic: Automatic | null;
  blocked: boolean;
  empty: boolean;
  /** More from this sender within the hour than anybody writes. */
  tooMany: boolean;
  answerable: boolean;
  authentication: Authentication;
  /** The ticket whose reply address it came by; `holds`: that address was made for this sender. */
  signed: { ticket: string; holds: boolean } | null;
  /** The ticket of the mail of ours that it answers; `toSender`: that mail went to this sender. */
  answered: { ticket: string; toSender: boolean } | null;
  /** The ticket whose number stands in the subject; `takesPart`: its sender follows that ticket. */
  numbered: { ticket: string; takesPart: boolean } | null;
  /** The sender is somebody here, with these organizations in which they may open tickets. */
  sender: { organizations: readonly string[] } | null;
}

/**
 * Where a mail goes. What only the rightful reader can know (the signed address, the Message-ID of a mail to them) proves the sender; the
 * number in a subject is known to many, so there the sender has to be proven by their mail server. What is proven in no way waits.
 */
export function route(found: Found): Route {
  const { signed, answered, numbered, sender, authentication, answerable } = found;
  if (found.automatic) return { to: 'nothing', why: found.automatic };
  if (found.blocked) return { to: 'nothing', why: 'blocked' };
  if (found.empty) return { to: 'nothing', why: 'empty' };
  const about = signed?.ticket ?? answered?.ticket ?? numbered?.ticket ?? null;
  const wait = (why: Reason, ask = false): Route => ({
    to: 'quarantine',
    why,
    ticket: about,
    ask: ask && answerable,
  });
  if (authentication === 'fail') return wait('forged');
  if (found.tooMany) return wait('too_many');
  if (signed?.holds) return { to: 'ticket', ticket: signed.ticket };
  if (answered?.toSender) return { to: 'ticket', ticket: answered.ticket };
  if (signed || answered) return wait('not_in_ticket');
  if (!sender) return wait('unknown_sender', true);
  if (authentication !== 'pass') return wait('unproven', true);
  if (numbered?.takesPart) return { to: 'ticket', ticket: numbered.ticket };
  if (sender.organizations.length === 0) return wait('unknown_sender', true);
  if (sender.organizations.length > 1) return wait('several_organizations');
  return { to: 'new', organization: sender.organizations[0]! };
}

/** The number of a ticket as subjects carry it: "[#1042]", "#1042 …". */
export function numberIn(subject: string): number | null {
  const match = /(?:^|[\s[(])#(\d{1,15})\b/.exec(subject);
  return match ? Number(match[1]) : null;
}

/** A subject without what programs put in front of it when one answers or sends on. */
export function plainSubject(subject: string): string {
  return subject.replace(/^(?:\s*(?:re|bls|balas|fw|fwd|trs|terusan)(?:\[\d+\])?\s*:)+\s*/i, '').trim();
}
