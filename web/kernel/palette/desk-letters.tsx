import { Checkbox } from '../../ui/choices.tsx';
import { deskKeys } from './desk-keys.ts';
import { KeyList } from './key-list.tsx';
import { lettersAct, setLettersAct } from './letters.ts';
import { usePaletteText } from './words.ts';

/** What letters do at the desk, and whether they do. */
export function DeskLetters() {
  const { shortcuts: words } = usePaletteText();
  const letters = lettersAct.use();
  return (
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
            <KeyList rows={keys.map(([act, ...pressed]) => ({ words: words[act], keys: pressed }))} />
          </section>
        ))}
      </div>
    </>
  );
}
