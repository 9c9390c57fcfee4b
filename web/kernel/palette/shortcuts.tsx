import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { shellName } from '../session/can.ts';
import { deskKeys } from './desk-keys.ts';
import { lettersAct, setLettersAct } from './letters.ts';
import { usePaletteText } from './words.ts';

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { shortcuts: words } = usePaletteText();
  const inConsole = shellName() === 'console';
  const letters = lettersAct.use();
  const everywhere = [
    { words: words.palette, keys: ['Mod', 'K'] },
    { words: words.search, keys: ['/'] },
    { words: words.help, keys: ['?'] },
    { words: words.close, keys: ['Esc'] },
  ];
  return (
    <Dialog open onClose={onClose} title={words.title} wide={inConsole}>
      <Keys rows={everywhere} />
      {inConsole && (
        <>
          <div className="mt-4 border-t border-line pt-4">
            <Checkbox
              name="letters"
              value={letters}
              onValue={setLettersAct}
              label={words.letters}
              hint={words.lettersHint}
            />
          </div>
          <div className={letters ? 'gap-x-8 sm:columns-2' : 'gap-x-8 opacity-55 sm:columns-2'}>
            {deskKeys.map(({ group, keys }) => (
              <section key={group} className="break-inside-avoid pt-4">
                <h3 className="text-13 font-medium text-muted">{words[group]}</h3>
                <Keys rows={keys.map(([act, ...pressed]) => ({ words: words[act], keys: pressed }))} />
              </section>
            ))}
          </div>
        </>
      )}
    </Dialog>
  );
}

function Keys({ rows }: { rows: readonly { words: string; keys: readonly string[] }[] }) {
  return (
    <dl className="divide-y divide-line text-body">
      {rows.map(({ words, keys }) => (
        <div key={words} className="flex items-center justify-between gap-4 py-2">
          <dt>{words}</dt>
          <dd>
            <KeyHint keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
