import { useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';

/** Bytes of a file whose data URL just fits the 200,000 characters that the server takes. */
const largest = 145 * 1024;
const kinds = ['image/svg+xml', 'image/png'];

function dataUrlOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });
}

/** The logo as a data URL, or null for the name in type. */
export function LogoField({
  value,
  onValue,
  error,
  name,
}: {
  value: string | null;
  onValue: (value: string | null) => void;
  error: string | undefined;
  /** The business's name, which the logo stands for. */
  name: string;
}) {
  const words = useText();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string>();
  async function take(file: File | undefined) {
    if (!file) return;
    if (!kinds.includes(file.type)) return setRefused(words.logoKind);
    if (file.size > largest) return setRefused(words.logoSize);
    setRefused(undefined);
    onValue(await dataUrlOf(file));
  }
  return (
    <FieldSet label={words.logo} hint={words.logoHint} error={refused ?? error} optional>
      <div className="flex flex-wrap items-center gap-3">
        {value && (
          // On both grounds, since a logo that shows on white may vanish on black.
          <span className="grid grid-cols-2 overflow-hidden rounded border border-line">
            {(['#ffffff', '#17181c'] as const).map((ground) => (
              <span key={ground} className="px-4 py-3" style={{ background: ground }}>
                <img src={value} alt={ground === '#ffffff' ? name : ''} className="h-7 w-auto max-w-32" />
              </span>
            ))}
          </span>
        )}
        <input
          ref={input}
          type="file"
          accept={kinds.join(',')}
          aria-label={words.chooseLogo}
          className="hidden"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            // So that the same file can be chosen again after it was changed.
            event.currentTarget.value = '';
          }}
        />
        <Button weight="secondary" icon="upload" onClick={() => input.current?.click()}>
          {value ? words.changeLogo : words.chooseLogo}
        </Button>
        {value && (
          <Button weight="quiet" icon="close" onClick={() => onValue(null)}>
            {words.removeLogo}
          </Button>
        )}
      </div>
    </FieldSet>
  );
}
