import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { forgetSignIns } from './sweeps.ts';
import { leadsElsewhere } from './way-in.ts';

export const sso = defineModule({
  name: 'sso',
  migrations: ['20261124-0210-connections.sql', '20261125-0110-saml.sql', '20261126-0150-proofs.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  messages: Object.values(messages),
  reactions,
  sweeps: [forgetSignIns],
  elsewhere: leadsElsewhere,
  personalData: [
    {
      table: 'sso.identities',
      columns: ['subject'],
      purpose: 'to know whom an identity provider means',
      onErasure: 'delete',
    },
    {
      table: 'sso.sign_ins',
      columns: ['subject', 'provider_session'],
      purpose: 'to end sessions when the provider says so',
      onErasure: 'delete',
    },
  ],
});
