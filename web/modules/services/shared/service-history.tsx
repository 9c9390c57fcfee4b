import type { TimelineItem } from '../../../../server/modules/services/contract.ts';
import { type Formats, useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import type { Tone } from '../../../ui/status-chip.tsx';
import { type Happening, Timeline } from '../../../ui/timeline.tsx';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';

type Name = keyof Text['happenings'];

const looks: Record<Name, { icon: IconName; tone?: Tone }> = {
  'services.service-ordered': { icon: 'cart' },
  'services.service-activated': { icon: 'check', tone: 'good' },
  'services.service-trial-ended': { icon: 'star' },
  'services.service-suspended': { icon: 'pause', tone: 'danger' },
  'services.service-suspension-lifted': { icon: 'play' },
  'services.service-resumed': { icon: 'play', tone: 'good' },
  'services.service-cancel-scheduled': { icon: 'clock', tone: 'attention' },
  'services.service-cancel-withdrawn': { icon: 'check', tone: 'good' },
  'services.service-canceled': { icon: 'close' },
  'services.service-renewed': { icon: 'wallet', tone: 'good' },
  'services.service-payment-overdue': { icon: 'danger', tone: 'danger' },
  'services.service-payment-caught-up': { icon: 'wallet', tone: 'good' },
  'services.service-term-left': { icon: 'clock', tone: 'attention' },
  'services.service-term-ending': { icon: 'clock', tone: 'info' },
  'services.service-term-over': { icon: 'check' },
  'services.service-term-renewed': { icon: 'check', tone: 'good' },
  'services.pause-planned': { icon: 'clock', tone: 'info' },
  'services.pause-withdrawn': { icon: 'close' },
  'services.service-paused': { icon: 'pause', tone: 'info' },
  'services.pause-moved': { icon: 'clock' },
  'services.pause-ending': { icon: 'clock', tone: 'info' },
  'services.pause-over': { icon: 'play', tone: 'good' },
  'services.service-renamed': { icon: 'edit' },
  'services.service-changed': { icon: 'swap', tone: 'good' },
  'services.service-change-scheduled': { icon: 'clock', tone: 'info' },
  'services.service-change-withdrawn': { icon: 'close' },
  'services.price-announced': { icon: 'clock', tone: 'info' },
  'services.price-withdrawn': { icon: 'close' },
  'services.price-began': { icon: 'wallet' },
  'orders.change-asked': { icon: 'swap', tone: 'info' },
  'orders.change-approved': { icon: 'check', tone: 'good' },
  'orders.change-canceled': { icon: 'close' },
  'provisioning.operation-started': { icon: 'bolt', tone: 'info' },
  'provisioning.operation-failed': { icon: 'attention', tone: 'attention' },
  'provisioning.service-provisioned': { icon: 'done', tone: 'good' },
  'provisioning.service-updated': { icon: 'done', tone: 'good' },
  'provisioning.service-suspended': { icon: 'stop' },
  'provisioning.service-resumed': { icon: 'done', tone: 'good' },
  'provisioning.service-deprovisioned': { icon: 'trash' },
  'provisioning.secrets-revealed': { icon: 'eye' },
};

/** Beginnings whose end follows within seconds say nothing of their own. */
const isNoise = ({ name, data }: TimelineItem) =>
  name === 'provisioning.operation-started' && data.kind !== 'provision';

/** What happened to a service, newest first, in plain words; facts without words are left out. */
export function ServiceHistory({ timeline }: { timeline: readonly TimelineItem[] }) {
  const { detail: words, happenings } = useText();
  const format = useFormat();
  const items = timeline
    .filter((item) => item.name in happenings && !isNoise(item))
    .map((item): Happening => {
      const told = happenings[item.name as Name] as string | ((data: unknown, format: Formats) => string);
      return {
        id: item.id,
        at: item.happenedAt,
        by: item.by,
        ...looks[item.name as Name],
        words: typeof told === 'function' ? told(item.data, format) : told,
      };
    });
  return (
    <Card title={words.history}>
      <Timeline items={items} />
    </Card>
  );
}
