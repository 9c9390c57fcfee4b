import { defineModule } from '../../kernel/module.ts';
import * as emailMessages from './email-messages.ts';
import * as events from './events.ts';
import * as factorMessages from './factor-messages.ts';
import { askMailbox } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { finishRecoveries, finishRecovery } from './recovery-jobs.ts';
import * as recoveryMessages from './recovery-messages.ts';
import { routes } from './routes.ts';
import { recoveryDelay, secondStep, sessionLimits, texting } from './settings.ts';
import * as signInMessages from './sign-in-messages.ts';
import { forgetSignIns, forgetSteps } from './sweeps.ts';

export const identity = defineModule({
  name: 'identity',
  migrations: [
    '20261121-0910-people.sql',
    '20261122-0500-steps.sql',
    '20261122-0600-passkeys.sql',
    '20261122-0700-email-changes.sql',
    '20261122-0730-failed-tries.sql',
    '20261123-0630-recoveries.sql',
    '20261123-0900-sign-ins.sql',
    '20261124-0205-came-by.sql',
    '20261124-0745-phones.sql',
    '20261124-0800-session-limits.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  messages: [messages, factorMessages, emailMessages, recoveryMessages, signInMessages].flatMap((kinds) =>
    Object.values(kinds),
  ),
  jobs: [askMailbox, finishRecovery],
  sweeps: [forgetSteps, forgetSignIns, finishRecoveries],
  settings: [secondStep, texting, recoveryDelay, sessionLimits],
  personalData: [
    {
      table: 'identity.people',
      columns: ['email', 'name', 'locale', 'time_zone'],
      purpose: 'to sign in and to be written to',
      onErasure: 'anonymize',
    },
    {
      table: 'identity.authenticators',
      columns: ['name'],
      purpose: 'to tell one authenticator from another',
      onErasure: 'delete',
    },
    {
      table: 'identity.passkeys',
      columns: ['name'],
      purpose: 'to tell one passkey from another',
      onErasure: 'delete',
    },
    {
      table: 'identity.phones',
      columns: ['number'],
      purpose: 'to send codes for signing in',
      onErasure: 'delete',
    },
    {
      table: 'identity.sent_codes',
      columns: ['number'],
      purpose: 'to know which phone a code confirms',
      onErasure: 'delete',
    },
    {
      table: 'identity.email_changes',
      columns: ['old_email', 'new_email'],
      purpose: 'to take a change of address back',
      onErasure: 'delete',
    },
    {
      table: 'identity.recoveries',
      columns: ['reason', 'vouched_by'],
      purpose: 'to answer for having let somebody in again',
      onErasure: 'delete',
    },
    {
      table: 'identity.sessions',
      columns: ['address', 'country', 'user_agent'],
      purpose: 'to show where somebody is signed in',
      onErasure: 'delete',
    },
    {
      table: 'identity.sign_ins',
      columns: ['address', 'country', 'user_agent'],
      purpose: 'to show where somebody signed in, kept for a year',
      onErasure: 'delete',
    },
    {
      table: 'identity.devices',
      columns: ['token_hash', 'user_agent'],
      purpose:
        'to tell somebody of a sign-in on a new device, and to take no second step on a remembered one',
      onErasure: 'delete',
    },
  ],
});
