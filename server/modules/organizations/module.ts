import { defineModule } from '../../kernel/module.ts';
import { followDomain, followDomains } from './domains/follow-domain.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { followLastDay, followLastDays, remindOfReview, remindOfReviews } from './jobs.ts';
import { tellOfExpiries, tellOfExpiry } from './key-jobs.ts';
import { keyExpiring, keyMadeMessage, keyRotatedMessage } from './key-messages.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const organizations = defineModule({
  name: 'organizations',
  migrations: [
    '20261121-0920-organizations.sql',
    '20261122-1100-roles-and-trees.sql',
    '20261122-1200-second-step.sql',
    '20261124-0200-domains.sql',
    '20261124-0300-managed-members.sql',
    '20261124-0815-api-keys.sql',
    '20261124-0820-session-limits.sql',
    '20261124-0500-guests.sql',
    '20261124-0846-keys-by-id.sql',
    '20261201-0300-tiers.sql',
    '20261202-0403-tiers-of-agents.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  messages: [
    messages.invitation,
    messages.ownershipOffer,
    messages.ownershipAnswer,
    messages.payerWasChosen,
    messages.accessEnding,
    messages.accessEnded,
    messages.reviewDue,
    messages.domainIsMissing,
    messages.domainIsOff,
    keyMadeMessage,
    keyRotatedMessage,
    keyExpiring,
  ],
  jobs: [followLastDay, remindOfReview, followDomain, tellOfExpiry],
  sweeps: [followLastDays, remindOfReviews, followDomains, tellOfExpiries],
  invariants,
  personalData: [
    {
      table: 'organizations.organizations',
      columns: ['billing_email', 'address', 'tax_id'],
      purpose: 'to bill the organization',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'organizations.invitations',
      columns: ['email'],
      purpose: 'to invite somebody',
      onErasure: 'delete',
    },
    {
      table: 'organizations.api_keys',
      columns: ['last_used_from'],
      purpose: 'to show where an API key is used from',
      onErasure: 'delete',
    },
  ],
});
