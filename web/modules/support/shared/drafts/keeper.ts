import type { Draft } from '../../../../../server/modules/support/draft-contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { toProblem } from '../../../../kernel/api/problem.ts';
import { clearDraft, readDraft, writeDraft } from '../../../../kernel/forms/draft.ts';
import { type Content, keyOf, nothing, together } from './content.ts';

/** How a draft stands: `here` is kept in this browser alone, `newer` another one that this browser did not know. */
export type Standing = { at: 'none' | 'changed' | 'saved' | 'here' } | { at: 'newer'; other: Draft | null };

export interface Keeper {
  /** Finds what was written elsewhere; `content` is what is here by now. */
  start(content: Content): Promise<void>;
  change(content: Content): void;
  /** Waits for what is on its way; the version that a message about to be sent was written in. */
  settle(): Promise<string | undefined>;
  sent(): void;
  choose(which: 'other' | 'mine' | 'both'): void;
  /** Sends what has not been sent yet: the page is being left. */
  flush(): void;
}

const afterMs = 1_500;
const againMs = 15_000;

/**
 * Keeps what somebody writes on the server. What the server has not confirmed is kept in this tab under `name`, and nothing else is:
 * with the version it goes on from, so that after a crash nobody writes over what was written on another device meanwhile.
 */
export function createKeeper({
  url,
  name,
  blank = nothing,
  tell,
  take,
  local = (content) => content,
}: {
  url: string;
  name: string;
  /** What stands there before anything is written. */
  blank?: Content;
  tell: (standing: Standing) => void;
  take: (content: Content) => void;
  /** How this browser keeps it. */
  local?: (content: Content) => unknown;
}): Keeper {
  const baseName = `${name}@`;
  let current = blank;
  let base: string | null = null;
  let saved = keyOf(blank);
  let loaded = false;
  let other: Draft | null | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const isBlank = (content: Content) => keyOf(content) === keyOf(blank);
  const isSaved = () => keyOf(current) === saved;

  function forget() {
    clearDraft(name);
    clearDraft(baseName);
  }
  function keepHere() {
    writeDraft(name, local(current));
    writeDraft(baseName, { version: base });
  }
  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  }
  function adopt(draft: Draft) {
    base = draft.version;
    saved = keyOf(draft);
    other = undefined;
    forget();
    tell({ at: 'saved' });
  }
  function ask(found: Draft | null) {
    other = found;
    keepHere();
    tell({ at: 'newer', other: found });
  }

  async function load() {
    const { draft } = await api.get<{ draft: Draft | null }>(url);
    const known = loaded ? base : (readDraft<{ version: string | null }>(baseName).version ?? null);
    loaded = true;
    if (draft && keyOf(draft) === keyOf(current)) return adopt(draft);
    if (isBlank(current)) {
      if (!draft) return forget();
      adopt(draft);
      current = draft;
      return take(draft);
    }
    if ((draft?.version ?? null) !== known) return ask(draft);
    base = known;
    if (draft) saved = keyOf(draft);
    later(0);
  }

  async function put(content: Content) {
    if (!isBlank(content)) {
      const { subject, text, choices, files } = content;
      const body = { subject, text, choices, files: files.map(({ id }) => id), base };
      base = (await api.put<{ version: string }>(url, body)).version;
    } else if (base) {
      const kept = `${url}${url.includes('?') ? '&' : '?'}version=${base}`;
      await api.delete(kept);
      base = null;
    }
    saved = keyOf(content);
    if (!isSaved()) return later(afterMs);
    forget();
    tell({ at: isBlank(content) ? 'none' : 'saved' });
  }

  async function attempt() {
    try {
      if (loaded) await put(current);
      else await load();
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code === 'draft_elsewhere') return load().catch(() => tell({ at: 'here' }));
      if (!isSaved()) tell({ at: 'here' });
      if (problem.status === 0 || problem.status === 429 || problem.status >= 500) later(againMs);
    }
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (other !== undefined || (loaded && isSaved())) return;
    if (running) return running;
    running = attempt();
    await running;
    running = null;
  }

  return {
    async start(content) {
      current = content;
      await save();
    },
    change(content) {
      current = content;
      clearTimeout(timer);
      if (loaded && isSaved() && other === undefined) {
        forget();
        return tell({ at: isBlank(content) ? 'none' : 'saved' });
      }
      if (isBlank(content) && base === null) forget();
      else keepHere();
      if (other !== undefined) return;
      tell({ at: 'changed' });
      later(afterMs);
    },
    async settle() {
      clearTimeout(timer);
      await running;
      // Should sending fail, what was not saved still is to be.
      if (!isSaved()) later(againMs);
      else clearTimeout(timer);
      return base ?? undefined;
    },
    sent() {
      clearTimeout(timer);
      current = blank;
      saved = keyOf(blank);
      base = null;
      forget();
      if (other) return;
      other = undefined;
      tell({ at: 'none' });
    },
    choose(which) {
      const found: Content = other ?? blank;
      const mine = current;
      base = other?.version ?? null;
      saved = keyOf(found);
      other = undefined;
      current = which === 'mine' ? mine : which === 'other' ? found : together(mine, found);
      if (which !== 'mine') take(current);
      if (isSaved()) {
        forget();
        tell({ at: isBlank(current) ? 'none' : 'saved' });
      } else later(0);
    },
    flush: () => void save(),
  };
}
