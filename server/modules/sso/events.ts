import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const connection = z.object({ connectionId: z.string() });
const mode = z.enum(['off', 'offered', 'required']);

export const connectionSaved = defineEvent('sso.connection-saved', {
  data: connection.extend({ kind: z.enum(['oidc', 'saml']), fields: z.array(z.string()) }),
});
export const modeChanged = defineEvent('sso.mode-changed', {
  data: connection.extend({ from: mode, to: mode }),
});
export const connectionRemoved = defineEvent('sso.connection-removed', { data: connection });
export const personLinked = defineEvent('sso.person-linked', {
  data: z.object({ personId: z.string(), isNew: z.boolean() }),
});
export const signInFailed = defineEvent('sso.sign-in-failed', {
  data: connection.extend({ why: z.string() }),
});
export const providerEndedSessions = defineEvent('sso.provider-ended-sessions', {
  data: connection.extend({ sessions: z.int() }),
});
