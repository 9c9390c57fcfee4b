import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { Breakable } from '../../../ui/breakable.tsx';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { spoken } from '../shared/spoken.ts';
import { useText } from '../text/index.ts';

/** What the vendor told of the service for everybody to see: host name, address, region. */
export function VisibleFacts({ service: { facts, dashboardUrl } }: { service: ServiceDetail }) {
  const { detail: words, factNames } = useText();
  const entries = Object.entries(facts);
  if (entries.length === 0 && !dashboardUrl) return null;
  return (
    <Card title={words.facts}>
      <DefinitionList
        facts={entries.map(([name, value]) => ({
          term: spoken(name, factNames),
          value: (
            <span className="-my-2 inline-flex items-center gap-1">
              <span>
                <Breakable words={value} />
              </span>
              <CopyButton value={value} what={spoken(name, factNames)} />
            </span>
          ),
        }))}
      />
      {dashboardUrl && (
        <p className="mt-3 border-t border-line pt-3">
          <a
            href={dashboardUrl}
            target="_blank"
            rel="noopener noreferrer"
            className="inline-flex min-h-9 items-center gap-1.5 text-14"
          >
            {words.openDashboard}
            <Icon name="external" size={16} />
          </a>
        </p>
      )}
    </Card>
  );
}
