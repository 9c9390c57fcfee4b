import { onAll } from '../../kernel/events/reactions.ts';
import { readSetting } from '../../kernel/settings.ts';
import { clientTierSet } from '../organizations/events.ts';
import { draftCredits } from './commands/sla/draft-credits.ts';
import { messagePosted, slaBreached, slaWarned, ticketOpened } from './events.ts';
import { matchTickets } from './match-job.ts';
import * as messages from './messages.ts';
import { findOpened } from './queries/opened.ts';
import { ticketRules } from './settings.ts';
import { excerptOf, tellFollowers } from './tell.ts';
import { tellCopied } from './tell-copied.ts';
import { tellOfWaking } from './wake-job.ts';
import { tellAll } from './tell-of-clocks.ts';

/** Told after the fact, so that opening a ticket stays quick however many there are to tell. */
export const reactions = [
  onAll(ticketOpened, 'support.tell-of-new-ticket', async (tx, facts) => {
    const [opened, { value: rules }] = await Promise.all([
      findOpened(tx.db, facts),
      readSetting(tx.db, ticketRules),
      tellCopied(tx, facts),
    ]);
    for (const fact of facts) {
      const { data } = fact;
      const told = opened(fact);
      const { ticketId, organization, number, subject, by, text, slug } = told;
      const about = { ticketId, number, subject, by };
      const of = { organization, slug, followers: told.followers, occurrence: fact.id };
      if (data.by === 'staff') {
        tellFollowers(tx, messages.staffReplied, of, {
          ...about,
          excerpt: excerptOf(text),
          text,
          quote: null,
          filesOf: { organization, message: data.messageId },
          resolved: false,
        });
        continue;
      }
      const answerMinutes = rules.answerMinutes[data.priority];
      const own = told.followers.filter((person) => person === told.author);
      const others = told.followers.filter((person) => person !== told.author);
      tellFollowers(tx, messages.ticketReceived, { ...of, followers: own }, { ...about, answerMinutes });
      const excerpt = excerptOf(text);
      tellFollowers(tx, messages.colleagueReplied, { ...of, followers: others }, { ...about, excerpt });
    }
  }),
  onAll(clientTierSet, 'support.match-tickets', matchTickets),
  onAll(messagePosted, 'support.tell-of-waking', tellOfWaking),
  onAll(messagePosted, 'support.tell-copied', tellCopied),
  onAll(slaWarned, 'support.tell-of-warning', tellAll(messages.slaNearlyOver, 'warning')),
  onAll(slaBreached, 'support.tell-of-breach', tellAll(messages.slaOver, 'breach')),
  onAll(slaBreached, 'support.draft-credits', draftCredits),
];
