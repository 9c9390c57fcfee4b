import { Dialog } from '../../ui/dialog.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { shellName } from '../session/can.ts';
import { usePaletteText } from './words.ts';

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { shortcuts } = usePaletteText();
  const atTheDesk: [string, string[]][] = [
    [shortcuts.rows, ['J', 'K']],
    [shortcuts.choose, ['X']],
    [shortcuts.chooseSeveral, ['Shift', 'X']],
    [shortcuts.changeChosen, ['E']],
    [shortcuts.reply, ['R']],
    [shortcuts.note, ['N']],
    [shortcuts.mention, ['@']],
    [shortcuts.quote, ['Q']],
    [shortcuts.snooze, ['S']],
  ];
  const rows: [string, string[]][] = [
    [shortcuts.palette, ['Mod', 'K']],
    [shortcuts.search, ['/']],
    ...(shellName() === 'console' ? atTheDesk : []),
    [shortcuts.help, ['?']],
    [shortcuts.close, ['Esc']],
  ];
  return (
    <Dialog open onClose={onClose} title={shortcuts.title}>
      <dl className="divide-y divide-line text-body">
        {rows.map(([words, keys]) => (
          <div key={words} className="flex items-center justify-between gap-4 py-2.5">
            <dt>{words}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
