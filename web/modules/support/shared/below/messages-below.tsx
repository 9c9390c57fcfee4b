import { Icon } from '../../../../ui/icon.tsx';
import { useText } from '../../text/index.ts';

export function Below({ unseen, onGo }: { unseen: number; onGo: () => void }) {
  const { thread: words } = useText();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-full mb-2 flex justify-center">
      <button
        type="button"
        onClick={onGo}
        className="appear pointer-events-auto flex min-h-11 cursor-pointer items-center gap-2 rounded-full bg-accent px-4 text-14 font-medium text-on-accent shadow-float sm:min-h-9"
      >
        <Icon name="down" size={16} />
        {words.below(unseen)}
      </button>
    </div>
  );
}
