import { everything } from '../../kernel/db/scope.ts';
import { person, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { removeFactor, renameFactor } from './commands/manage-factors.ts';
import * as contract from './contract.ts';

/** Renaming and removing what somebody signs in with, alike for each kind that has names. */
export const keptFactorRoutes = (['authenticator', 'passkey'] as const).flatMap((kind) => {
  const path = `/api/me/${kind}s/:factor` as const;
  const what = { authenticator: 'an authenticator app', passkey: 'a passkey' }[kind];
  return [
    route({
      method: 'PATCH',
      path,
      summary: `Rename ${what}.`,
      door: person,
      params: contract.factorParams,
      body: contract.nameBody,
      output: nothing,
      within: everything,
      write: async (tx, { params, body }, { session }) => {
        await renameFactor(tx, session.person.id, { kind, id: params.factor, ...body });
        return undefined;
      },
    }),
    route({
      method: 'DELETE',
      path,
      summary: `Remove ${what}.`,
      door: person,
      proof: 'recent',
      params: contract.factorParams,
      output: nothing,
      problems: [contract.lastSecondStep],
      within: everything,
      write: async (tx, { params }, { session }) => {
        await removeFactor(tx, session, { kind, id: params.factor });
        return undefined;
      },
    }),
  ];
});
