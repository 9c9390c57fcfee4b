import { lazy, Suspense, useState } from 'react';
import type { Factors, NewCodes } from '../../../../server/modules/identity/contract.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useFactorText } from '../text/factors.ts';
import { FactorRow } from './factor-row.tsx';
import { factorsUrl } from './factors-url.ts';
import { MailCodes } from './mail-codes.tsx';
import { OfferSignOut } from './offer-sign-out.tsx';
import { PhoneCodes } from './phone-codes.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

const AddAuthenticator = lazy(async () => ({
  default: (await import('./add-authenticator.tsx')).AddAuthenticator,
}));
const AddPasskey = lazy(async () => ({ default: (await import('./add-passkey.tsx')).AddPasskey }));
const NewRecoveryCodes = lazy(async () => ({
  default: (await import('./new-recovery-codes.tsx')).NewRecoveryCodes,
}));

/** What is asked for after the password: to add, name and remove. Recovery codes are shown as soon as there are new ones. */
export function SecondSteps() {
  const text = useFactorText();
  const factors = useData<Factors>(factorsUrl);
  const [adding, setAdding] = useState<'passkey' | 'authenticator' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const show = ({ recoveryCodes }: NewCodes) => setCodes(recoveryCodes);
  const { passkeys, authenticators, mailCodes, phone, can } = factors;
  const count = passkeys.length + authenticators.length + Number(mailCodes) + Number(phone !== null);
  const stays = count === 1 && can.removeLast !== true ? reasonWords(can.removeLast.no) : null;
  return (
    <Card title={text.title} flush>
      <p className="px-4 pb-3 text-body text-muted sm:px-5">{count === 0 ? text.none : text.lead}</p>
      <ul className="divide-y divide-line border-t border-line">
        {passkeys.map((factor) => (
          <FactorRow
            key={factor.id}
            factor={factor}
            icon="key"
            what={text.passkey.what}
            stays={stays}
            url={`/api/me/passkeys/${factor.id}`}
          />
        ))}
        {authenticators.map((factor) => (
          <FactorRow
            key={factor.id}
            factor={factor}
            icon="mobile"
            what={text.authenticator.what}
            stays={stays}
            url={`/api/me/authenticators/${factor.id}`}
          />
        ))}
        <MailCodes on={mailCodes} stays={stays} onCodes={show} />
        <PhoneCodes factors={factors} stays={stays} onCodes={show} />
        {factors.recoveryCodes && <RecoveryCodes left={factors.recoveryCodes.left} onCodes={show} />}
      </ul>
      <div className="flex flex-wrap gap-2 border-t border-line p-4 sm:px-5">
        <Button weight="secondary" icon="plus" onClick={() => setAdding('passkey')}>
          {text.passkey.add}
        </Button>
        <Button weight="secondary" icon="plus" onClick={() => setAdding('authenticator')}>
          {text.authenticator.add}
        </Button>
      </div>
      <OfferSignOut factors={factors} />
      <Suspense fallback={null}>
        {adding === 'passkey' && <AddPasskey onClose={() => setAdding(null)} onCodes={show} />}
        {adding === 'authenticator' && <AddAuthenticator onClose={() => setAdding(null)} onCodes={show} />}
        {codes && <NewRecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
      </Suspense>
    </Card>
  );
}
