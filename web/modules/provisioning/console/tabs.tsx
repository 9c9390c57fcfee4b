import { paths } from '../../../kernel/paths.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { useText } from '../text/index.ts';

const { console: to } = paths;

export function ProvisioningTabs() {
  const { tasks: words } = useText();
  return (
    <Tabs
      label={words.label}
      tabs={[
        { label: words.tabs.tasks, to: to.provisioning() },
        { label: words.tabs.connections, to: to.connections() },
      ]}
    />
  );
}
