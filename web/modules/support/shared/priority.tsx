import type { TicketItem } from '../../../../server/modules/support/contract.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

const looks: Record<TicketItem['priority'], { icon: IconName; color: string }> = {
  emergency: { icon: 'danger', color: 'font-medium text-danger' },
  high: { icon: 'up', color: 'font-medium text-attention' },
  normal: { icon: 'minus', color: 'text-muted' },
  low: { icon: 'down', color: 'text-muted' },
};

/** How urgent, as an icon and a word; both change with it, not the color alone. */
export function Priority({ value }: { value: TicketItem['priority'] }) {
  const { priorities } = useText();
  const { icon, color } = looks[value];
  return (
    <span className={classes('inline-flex items-center gap-1 text-13 whitespace-nowrap', color)}>
      <Icon name={icon} size={16} />
      {priorities[value]}
    </span>
  );
}
