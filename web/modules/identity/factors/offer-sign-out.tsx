import { useState } from 'react';
import type { Factors } from '../../../../server/modules/identity/contract.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { useEndOthers } from '../portal/end-others.ts';
import { useText } from '../text/index.ts';
import { useFactorText } from '../text/factors.ts';

const signatureOf = ({ passkeys, authenticators, mailCodes, recoveryCodes }: Factors) =>
  JSON.stringify([[...passkeys, ...authenticators].map(({ id }) => id), mailCodes, recoveryCodes?.madeAt]);

/** Once a second step was added or removed here: whether other devices shall be signed out. */
export function OfferSignOut({ factors }: { factors: Factors }) {
  const { changed } = useFactorText();
  const { security } = useText();
  const signature = signatureOf(factors);
  const [settled, setSettled] = useState(signature);
  const end = useEndOthers(() => setSettled(signature));
  if (signature === settled) return null;
  return (
    <div className="border-t border-line p-4 sm:px-5">
      <Banner
        tone="info"
        title={changed.title}
        onDismiss={() => setSettled(signature)}
        act={
          <Button weight="secondary" busy={end.busy} onClick={() => void end.run(undefined)}>
            {security.signOutOthers}
          </Button>
        }
      >
        {changed.words}
      </Banner>
    </div>
  );
}
