import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { TicketForm, Upload } from '../../../../server/modules/support/contract.ts';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import type { ApiProblem } from '../../../kernel/api/problem.ts';
import { clearDraft, readDraft, writeDraft } from '../../../kernel/forms/draft.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { whenIdle } from '../../../kernel/when-idle.ts';
import { useText } from '../text/index.ts';
import type { ComposedFiles } from './files/composer-files.tsx';

const ComposerFiles = lazy(() =>
  import('./files/composer-files.tsx').then((file) => ({ default: file.ComposerFiles })),
);

interface Written {
  text: string;
  files: string[];
  draft: string | undefined;
}
interface Draft {
  text: string;
  files: Upload[];
}

interface Props<Result> {
  /** Its name for screen readers, which says whom it reaches. */
  label: string;
  placeholder: string;
  verb: string;
  icon: IconName;
  /** Under which name the draft is kept in this tab. */
  draft: string;
  /** Where it is kept on the server. */
  server: string;
  uploads: string;
  rules: TicketForm | undefined;
  send: (written: Written, key: string) => Promise<Result>;
  refresh: readonly string[];
  /** Said to screen readers once it is sent; to the eye the message itself appears. */
  sent: string;
  done?: (result: Result) => void;
  /** When it takes a refusal itself, the words to show. */
  refused?: (problem: ApiProblem) => string | null;
  /** A note to colleagues looks like one. */
  note?: boolean;
  /** Hidden, yet keeps what is written. */
  hidden?: boolean;
  /** Beside the button. */
  children?: ReactNode;
  field?: RefObject<HTMLTextAreaElement | null>;
  onDraft?: (unsent: boolean) => void;
}

/**
 * The files of the message. What handles them comes when the page is idle or the first are chosen: most messages have none. `ready`
 * is null while it is not wanted yet, and `early` are those chosen before it was there.
 */
function useFiles(kept: Upload[]) {
  const [wanted, setWanted] = useState(kept.length > 0);
  const [early, setEarly] = useState<readonly File[]>([]);
  const [files, setFiles] = useState<ComposedFiles | null>(null);
  useEffect(() => whenIdle(() => setWanted(true)), []);
  const before: ComposedFiles = {
    uploads: kept,
    busy: early.length > 0,
    over: false,
    add(chosen) {
      setEarly((others) => [...others, ...chosen]);
      setWanted(true);
    },
    clear: () => setEarly([]),
  };
  return { files: files ?? before, ready: wanted ? setFiles : null, early };
}

/** A box to write in that never loses what is in it: text and files stay through reloads, refusals and lost connections. */
export function Composer<Result>(props: Props<Result>) {
  const { label, placeholder, verb, icon, draft, note, hidden, children, onDraft } = props;
  const { write: words, files: fileWords } = useText();
  const [kept] = useState(() => readDraft<Draft>(draft));
  const [text, setText] = useState(kept.text ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.field ?? own;
  const picker = useRef<HTMLInputElement>(null);
  const { files, ready, early } = useFiles(kept.files ?? []);
  const { uploads, over } = files;
  const unsent = text.trim() !== '' || uploads.length > 0;

  useEffect(() => {
    // From when it is kept on the server, this tab keeps only what the server has not confirmed.
    if (!files.settle) {
      if (unsent) writeDraft(draft, { text, files: uploads } satisfies Draft);
      else clearDraft(draft);
    }
    onDraft?.(unsent);
    // Uploads are a new list on every render; their ids tell whether they are other ones.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [draft, text, uploads.map(({ id }) => id).join(), unsent]);

  const act = useAct(props.send, {
    refresh: props.refresh,
    done: (result) => {
      setText('');
      files.clear();
      files.sent?.();
      setSaid(props.sent);
      props.done?.(result);
      field.current?.focus();
    },
    failed: (answer) => {
      if (answer.code === 'unknown_upload') files.clear();
      setProblem(props.refused?.(answer) ?? problemWords(answer));
    },
  });

  async function submit() {
    const missing = text.trim() === '' ? (uploads.length > 0 ? words.withFile : words.empty) : null;
    setProblem(missing ?? (files.busy ? fileWords.wait : null));
    if (missing) return field.current?.focus();
    if (files.busy) return;
    await act.run({ text, files: uploads.map(({ id }) => id), draft: await files.settle?.() });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void submit();
  }

  return (
    <form
      hidden={hidden}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className={classes(
        'relative grid items-end gap-x-2 gap-y-1 rounded border p-1.5 shadow-float transition-colors',
        "[grid-template:'files_files_files'_auto_'attach_text_send'_auto_'extra_extra_extra'_auto/auto_minmax(0,1fr)_auto]",
        "sm:[grid-template:'text_text_text'_auto_'files_files_files'_auto_'attach_extra_send'_auto/auto_minmax(0,1fr)_auto]",
        'has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-accent-ring',
        note ? 'border-dashed border-attention-line bg-attention-soft' : 'border-line-strong bg-surface',
        over && 'outline-2 outline-accent-ring',
      )}
    >
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        placeholder={over ? fileWords.drop : placeholder}
        maxLength={20_000}
        value={text}
        onPaste={files.onPaste}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
          setSaid('');
        }}
        className="field-sizing-content max-h-[38dvh] min-h-11 w-full resize-none bg-transparent px-2 py-2.5 text-16 text-ink outline-none [grid-area:text] sm:min-h-16 sm:text-14"
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="px-1 [grid-area:files] empty:hidden">
        {ready && (
          <Suspense fallback={null}>
            <ComposerFiles
              url={props.uploads}
              rules={props.rules}
              kept={uploads}
              first={early}
              active={!hidden}
              onChange={ready}
              text={text}
              onText={setText}
              field={field}
              draft={draft}
              server={props.server}
            />
          </Suspense>
        )}
        {problem && (
          <p role="alert" className="flex items-start gap-1.5 pt-1 text-13 text-danger">
            <Icon name="danger" size={16} className="mt-0.5" />
            {problem}
          </p>
        )}
      </div>
      <div className="[grid-area:attach]">
        <IconButton icon="attach" label={fileWords.attach} onClick={() => picker.current?.click()} />
        <input
          ref={picker}
          type="file"
          multiple
          tabIndex={-1}
          aria-label={fileWords.attach}
          accept={props.rules?.fileEndings.map((ending) => `.${ending}`).join(',')}
          className="hidden"
          onChange={(event) => {
            files.add([...(event.target.files ?? [])]);
            event.target.value = '';
            field.current?.focus();
          }}
        />
      </div>
      <div className="flex min-w-0 items-center gap-3 text-13 text-muted [grid-area:extra] empty:hidden">
        {children}
      </div>
      <div className="flex items-center gap-3 [grid-area:send]">
        <span className="hidden items-center gap-1.5 text-12 text-muted xl:flex">
          <KeyHint keys={['Mod', 'Enter']} />
          {words.keys}
        </span>
        <Button
          type="submit"
          icon={icon}
          busy={act.busy}
          weight={note ? 'secondary' : 'primary'}
          className="max-sm:px-3"
        >
          <span className="max-sm:sr-only">{verb}</span>
        </Button>
      </div>
    </form>
  );
}
