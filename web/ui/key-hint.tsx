/** Keys as they are on the keyboard in front of the person: ⌘ on a Mac, Ctrl elsewhere. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  const mac = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '');
  return (
    <span className="hidden items-center gap-1 sm:inline-flex">
      {keys.map((key) => (
        <kbd
          key={key}
          className="grid h-5 min-w-5 place-items-center rounded-[4px] border border-line-control bg-surface px-1 font-[inherit] text-12 text-muted"
        >
          {key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : key}
        </kbd>
      ))}
    </span>
  );
}
