import { consolePaths } from '../../../kernel/console-paths.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { useText } from '../text/index.ts';

const to = consolePaths;

export function KnowledgeTabs() {
  const { tabs: words } = useText();
  return (
    <Tabs
      label={words.label}
      tabs={[
        { label: words.articles, to: to.knowledge() },
        { label: words.categories, to: to.knowledgeCategories() },
        { label: words.insights, to: to.knowledgeInsights() },
      ]}
    />
  );
}
