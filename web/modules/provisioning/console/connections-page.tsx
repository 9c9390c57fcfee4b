import { useState } from 'react';
import type { Connection, Driver } from '../../../../server/modules/provisioning/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';
import { AddConnection } from './add-connection.tsx';
import { ConnectionActs } from './connection-acts.tsx';
import { ProvisioningTabs } from './tabs.tsx';

/** The systems that set services up. */
export function Page() {
  const { connections: words } = useText();
  const { items } = useData<{ items: Connection[] }>(
    '/api/console/provisioning/connections',
    'provisioning.connection',
  );
  const { items: drivers } = useData<{ items: Driver[] }>('/api/console/provisioning/drivers');
  const [adding, setAdding] = useState(false);
  const mayManage = useCan('provisioning.connection.manage');
  const columns = useColumns(drivers, mayManage);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        act={
          mayManage && (
            <Button icon="plus" wide onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          )
        }
      />
      <ProvisioningTabs />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="link" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            rows={items}
            columns={columns}
            rowKey={(connection) => connection.id}
            dense
          />
        )}
      </Card>
      <Dialog open={adding} onClose={() => setAdding(false)} title={words.addTitle}>
        <AddConnection drivers={drivers} onClose={() => setAdding(false)} />
      </Dialog>
    </>
  );
}

function useColumns(drivers: readonly Driver[], mayManage: boolean): Column<Connection>[] {
  const { connections: words } = useText();
  const text = useKernelText();
  const format = useFormat();
  const driverOf = (connection: Connection) => drivers.find(({ name }) => name === connection.provisioner);
  return [
    {
      key: 'name',
      header: words.name,
      card: 'title',
      cell: ({ name, code }) => (
        <>
          <span className="block font-medium">{name}</span>
          <code className="block text-13 font-normal text-muted">{code}</code>
        </>
      ),
    },
    {
      key: 'kind',
      header: words.kind,
      card: 'when',
      cell: (connection) => {
        const driver = driverOf(connection);
        return driver ? format.words(driver.label) : connection.provisioner;
      },
    },
    {
      key: 'address',
      header: words.fields.url ?? '',
      card: 'rest',
      cell: ({ configuration }) => (typeof configuration.url === 'string' ? configuration.url : ''),
    },
    {
      key: 'services',
      header: words.services,
      card: 'none',
      align: 'end',
      cell: ({ services }) => format.number(services),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ archived }) => (
        <StatusChip tone={archived ? 'neutral' : 'good'}>
          {archived ? words.archived : words.inUse}
        </StatusChip>
      ),
    },
    {
      key: 'acts',
      header: text.moreActions,
      card: 'figure',
      align: 'end',
      cell: (connection) => {
        const driver = driverOf(connection);
        return mayManage && driver && <ConnectionActs connection={connection} driver={driver} />;
      },
    },
  ];
}
