import { lazy, Suspense } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { shellName } from '../session/can.ts';
import { KeyList } from './key-list.tsx';
import { usePaletteText } from './words.ts';

const DeskLetters = lazy(() => import('./desk-letters.tsx').then((file) => ({ default: file.DeskLetters })));

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { shortcuts: words } = usePaletteText();
  const inConsole = shellName() === 'console';
  const everywhere = [
    { words: words.palette, keys: ['Mod', 'K'] },
    { words: words.search, keys: ['/'] },
    { words: words.help, keys: ['?'] },
    { words: words.close, keys: ['Esc'] },
  ];
  return (
    <Dialog open onClose={onClose} title={words.title} wide={inConsole}>
      <KeyList rows={everywhere} />
      {inConsole && (
        <Suspense fallback={null}>
          <DeskLetters />
        </Suspense>
      )}
    </Dialog>
  );
}
