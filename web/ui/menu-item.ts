import type { Path } from '../kernel/paths.ts';
import type { IconName } from './icon.tsx';

export interface MenuItem {
  label: string;
  icon?: IconName;
  /** A place to go, or something to do. */
  to?: Path;
  run?: () => void;
  destructive?: boolean;
  /** Why it cannot be chosen now; shown under the label. */
  reason?: string | null;
  /** Marked as the present choice. */
  current?: boolean;
  detail?: string;
}
