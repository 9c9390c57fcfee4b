import { useEffect, useRef, useState } from 'react';
import type { Upload } from '../../../../../server/modules/support/contract.ts';
import { problemWords } from '../../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../../kernel/api/problem.ts';
import { type Formats, useFormat } from '../../../../kernel/format/use-format.ts';
import { useUploadText } from '../../text/uploads.ts';
import { isPicture, mostFiles, type Refusal, refusalOf, type Rules } from '../attach-rules.ts';
import { sendFile } from './send-file.ts';

export interface Attachment {
  key: string;
  name: string;
  size: number;
  /** 0 … 1 of it has been sent. */
  share: number;
  /** Why it is not attached. */
  refusal: string | null;
  /** What the server made of it, once all of it is there. */
  upload: Upload | null;
  /** Kept to try again; an attachment that came from a draft has none. */
  file: File | null;
}

/** The limit is set in round decimal megabytes, and is said so. */
export const megabytes = (bytes: number, format: Formats) => `${format.number(bytes / 1_000_000)} MB`;

export type Attachments = ReturnType<typeof useAttachments>;

const fromDraft = (upload: Upload): Attachment => ({
  key: upload.id,
  name: upload.name,
  size: upload.size,
  share: 1,
  refusal: null,
  upload,
  file: null,
});

/** The files that will go with a message: sent as soon as they are chosen, so that sending the message is quick. */
export function useAttachments(url: string, rules: Rules | undefined, kept: readonly Upload[]) {
  const words = useUploadText();
  const format = useFormat();
  const [items, setItems] = useState<readonly Attachment[]>(() => kept.map(fromDraft));
  const running = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const all = running.current;
    return () => all.forEach((one) => one.abort());
  }, []);

  const wordsFor = (refusal: Refusal, { maxFileBytes }: Rules) =>
    ({
      too_many: words.tooMany(mostFiles),
      type: words.refusedType,
      empty: words.empty,
      too_large: words.tooLarge(megabytes(maxFileBytes, format)),
    })[refusal];
  const change = (key: string, to: Partial<Attachment>) =>
    setItems((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)));

  async function start(key: string, file: File) {
    const controller = new AbortController();
    running.current.set(key, controller);
    change(key, { refusal: null, share: 0 });
    try {
      const onShare = (share: number) => change(key, { share });
      change(key, { upload: await sendFile(url, file, { onShare, signal: controller.signal }), share: 1 });
    } catch (error) {
      if (!controller.signal.aborted) change(key, { refusal: problemWords(toProblem(error)) });
    } finally {
      running.current.delete(key);
    }
  }

  return {
    /** Of a picture that came from a draft, and so is not in this browser any more. */
    pictureOf: ({ upload, file }: Attachment) =>
      upload && !file && isPicture(upload.type) ? `${url}/${upload.id}` : null,
    items,
    uploads: items.flatMap(({ upload }) => (upload ? [upload] : [])),
    busy: items.some(({ upload, refusal }) => !upload && !refusal),
    accept: rules?.fileEndings.map((ending) => `.${ending}`).join(','),
    rules,
    /** Begins to send them, and gives what became of each. */
    add(files: readonly File[]): Attachment[] {
      if (!rules) return [];
      let taken = items.filter(({ refusal }) => !refusal).length;
      const added = files.map((file): Attachment => {
        const refusal = refusalOf(file, rules, taken);
        if (!refusal) taken += 1;
        const key = crypto.randomUUID();
        const { name, size } = file;
        return {
          key,
          name,
          size,
          share: 0,
          refusal: refusal && wordsFor(refusal, rules),
          upload: null,
          file: refusal ? null : file,
        };
      });
      setItems((before) => [...before, ...added]);
      for (const { key, file } of added) if (file) void start(key, file);
      return added;
    },
    again(one: Attachment) {
      if (one.file) void start(one.key, one.file);
    },
    remove(key: string) {
      running.current.get(key)?.abort();
      setItems((before) => before.filter((one) => one.key !== key));
    },
    /** These and no others, all of which the server has. */
    set: (uploads: readonly Upload[]) => setItems(uploads.map(fromDraft)),
  };
}
