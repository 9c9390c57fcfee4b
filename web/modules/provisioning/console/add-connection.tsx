import { useState } from 'react';
import type { Connection, Driver } from '../../../../server/modules/provisioning/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { toast } from '../../../kernel/toast.ts';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { ConnectionForm } from './connection-form.tsx';

/** Connects a system: its kind first, then what that kind wants to know. */
export function AddConnection({ drivers, onClose }: { drivers: readonly Driver[]; onClose: () => void }) {
  const { connections: words } = useText();
  const format = useFormat();
  const choices = drivers.filter((driver) => driver.configurable);
  const [name, setName] = useState(choices[0]?.name ?? '');
  const driver = choices.find((one) => one.name === name);
  return (
    <>
      <Select
        name="provisioner"
        label={words.kind}
        value={name}
        onValue={setName}
        choices={choices.map((one) => ({ value: one.name, label: format.words(one.label) }))}
      />
      {driver && (
        <ConnectionForm
          key={name}
          driver={driver}
          initial={null}
          verb={words.add}
          send={(body, key) =>
            api.post<Connection>('/api/console/provisioning/connections', { ...body, provisioner: name }, key)
          }
          done={() => {
            onClose();
            toast({ words: words.added });
          }}
        />
      )}
    </>
  );
}
