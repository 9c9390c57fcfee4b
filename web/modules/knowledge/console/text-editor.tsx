import { type ReactNode, useState } from 'react';
import { Checkbox } from '../../../ui/choices.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import type { ArticleValues, Language } from './article-values.ts';
import { Preview } from './preview.tsx';

/** Title and text of one language at a time, with what readers will see beside it; on phones the one or the other. */
export function TextEditor({
  texts,
  onTexts,
  readOnly,
}: {
  texts: ArticleValues['texts'];
  onTexts: (texts: ArticleValues['texts']) => void;
  readOnly: boolean;
}) {
  const { editor: words, languages } = useText();
  const [language, setLanguage] = useState<Language>(texts.id.shown || !texts.en.shown ? 'id' : 'en');
  const [looking, setLooking] = useState(readOnly);
  const text = texts[language];
  const change = (part: Partial<typeof text>) => onTexts({ ...texts, [language]: { ...text, ...part } });
  return (
    <section className="rounded border border-line bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 sm:px-5">
        <div role="group" aria-label={words.languageTabs} className="-mb-px flex">
          {(['id', 'en'] as const).map((one) => (
            <Choice key={one} chosen={one === language} onChoose={() => setLanguage(one)}>
              {languages[one]}
              {texts[one].shown && <Icon name="eye" size={16} className="text-muted" />}
            </Choice>
          ))}
        </div>
        {!readOnly && (
          <div role="group" aria-label={words.preview} className="-mb-px flex lg:hidden">
            <Choice chosen={!looking} onChoose={() => setLooking(false)}>
              {words.write}
            </Choice>
            <Choice chosen={looking} onChoose={() => setLooking(true)}>
              {words.preview}
            </Choice>
          </div>
        )}
      </div>
      <div className={classes('grid', !readOnly && 'lg:grid-cols-2 lg:divide-x lg:divide-line')}>
        {!readOnly && (
          <div
            lang={language}
            className={classes('flex-col gap-4 p-4 sm:p-5 lg:flex', looking ? 'hidden' : 'flex')}
          >
            <TextField
              name={`title-${language}`}
              label={words.title}
              value={text.title}
              maxLength={150}
              onValue={(title) => change({ title })}
            />
            <TextArea
              name={`body-${language}`}
              label={words.body}
              hint={words.bodyHint}
              rows={16}
              className="[&_textarea]:min-h-80"
              maxLength={60_000}
              value={text.body}
              onValue={(body) => change({ body })}
            />
            <Checkbox
              name={`shown-${language}`}
              label={words.shown(languages[language])}
              hint={words.shownHint}
              value={text.shown}
              onValue={(shown) => change({ shown })}
            />
          </div>
        )}
        <div
          aria-label={words.preview}
          role="region"
          className={classes('min-w-0 p-4 sm:p-5 lg:block', looking ? 'block' : 'hidden')}
        >
          <Preview title={text.title} body={text.body} lang={language} />
        </div>
      </div>
    </section>
  );
}

function Choice({
  chosen,
  onChoose,
  children,
}: {
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classes(
        'flex min-h-11 cursor-pointer items-center gap-1.5 border-b-2 px-3 text-body outline-offset-[-2px]',
        chosen ? 'border-accent-ring font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
      )}
    >
      {children}
    </button>
  );
}
