import type { ClientPanel } from '../../../../server/modules/deskacts/contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useText } from '../text/index.ts';
import { asked } from './asked.ts';
import { GiveForm } from './give-form.tsx';
import { HoldForm, ResumeForm } from './hold-forms.tsx';
import { SendForm } from './send-form.tsx';

/** The act that was asked for, with what it will do. */
export function ActDialog({ url, panel }: { url: string; panel: ClientPanel }) {
  const words = useText();
  const now = asked.use();
  if (!now) return null;
  const close = () => asked.set(null);
  const refresh = [url, '/api/console/tickets', '/api/console/services', '/api/console/clients'];
  const common = { url, refresh, onDone: close };
  const { services, invoices, credit } = panel;
  return (
    <Dialog open onClose={close} title={words[now.act].title}>
      {now.act === 'send' && (
        <SendForm
          {...common}
          chosen={now.id}
          readers={panel.readers}
          invoices={(invoices ?? []).filter(({ can }) => can.send === true)}
        />
      )}
      {now.act === 'hold' && (
        <HoldForm
          {...common}
          chosen={now.id}
          services={(services ?? []).filter(({ can }) => can.suspend === true)}
        />
      )}
      {now.act === 'resume' && (
        <ResumeForm
          {...common}
          chosen={now.id}
          services={(services ?? []).filter(({ can }) => can.resume === true)}
        />
      )}
      {now.act === 'give' && credit && <GiveForm {...common} credit={credit} />}
    </Dialog>
  );
}
