import { useState } from 'react';
import type { NewCodes } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useFactorText } from '../text/factors.ts';
import { FactorLine } from './factor-row.tsx';
import { factorsUrl } from './factors-url.ts';

export function RecoveryCodes({ left, onCodes }: { left: number; onCodes: (codes: NewCodes) => void }) {
  const { codes } = useFactorText();
  const [asking, setAsking] = useState(false);
  const make = useAct(() => api.put<NewCodes>('/api/me/recovery-codes', {}), {
    refresh: [factorsUrl],
    done: (made) => {
      setAsking(false);
      onCodes(made);
    },
  });
  return (
    <>
      <FactorLine
        icon="key"
        name={codes.what}
        detail={codes.left(left)}
        act={
          <Button weight="quiet" onClick={() => setAsking(true)}>
            {codes.make}
          </Button>
        }
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={codes.makeTitle}
        effect={codes.makeEffect}
        verb={codes.make}
        busy={make.busy}
        onConfirm={() => void make.run(undefined)}
      />
    </>
  );
}
