import { consolePaths } from '../../../kernel/console-paths.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { useText } from '../text/index.ts';

const to = consolePaths;

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
