import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

/** On narrow screens: shows and hides what stands beside the conversation on wide ones (`id="about-ticket"`). */
export function ShowAbout({ shown, onToggle }: { shown: boolean; onToggle: () => void }) {
  const { ticket: words } = useText();
  return (
    <button
      type="button"
      aria-expanded={shown}
      aria-controls="about-ticket"
      onClick={onToggle}
      className="flex min-h-11 cursor-pointer items-center gap-1 font-medium text-accent-text sm:min-h-9 lg:hidden"
    >
      {words.showAbout}
      <Icon name={shown ? 'up' : 'down'} size={16} />
    </button>
  );
}
