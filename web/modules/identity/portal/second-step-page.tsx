import { useState } from 'react';
import type { Factors } from '../../../../server/modules/identity/contract.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { paths } from '../../../kernel/paths.ts';
import { signOut } from '../../../kernel/session/sign-out.ts';
import { Button } from '../../../ui/button.tsx';
import { factorsUrl } from '../factors/factors-url.ts';
import { SecondSteps } from '../factors/second-steps.tsx';
import { askProof } from '../proof/ask-proof.tsx';
import { useText } from '../text/index.ts';
import { BareCard } from './bare-card.tsx';

/** For whoever has to take a second step and has shown none yet: set one up, or show the one there is, and go on. */
export function Page() {
  const { owed } = useText();
  const factors = useData<Factors>(factorsUrl);
  const [busy, setBusy] = useState(false);
  const some = factors.recoveryCodes !== null;
  async function goOn() {
    setBusy(true);
    // What was added by its own code counts already; for the rest the session has to show it once.
    if (await askProof()) location.assign(paths.root());
    setBusy(false);
  }
  return (
    <div className="flex flex-col gap-4">
      <BareCard title={owed.title} lead={some ? owed.ready : owed.lead}>
        <div className="flex flex-col gap-2">
          {some && (
            <Button wide busy={busy} onClick={() => void goOn()}>
              {owed.goOn}
            </Button>
          )}
          <Button weight="quiet" wide onClick={() => void signOut()}>
            {owed.signOut}
          </Button>
        </div>
      </BareCard>
      <SecondSteps />
    </div>
  );
}
