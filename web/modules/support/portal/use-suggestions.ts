import { useEffect, useRef, useState } from 'react';
import type { Suggestions } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';

/** Milliseconds without typing before articles are looked for. */
const settle = 600;
/** Letters that are too few to know what somebody asks, and as many as are sent. */
const [least, most] = [8, 1000];

/**
 * Articles that may answer what is being written. That they were shown, and that one was opened, is noted once each, so that the
 * business learns honestly whether they help.
 */
export function useSuggestions(text: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.replace(/\s+/g, ' ').trim().slice(0, most)), settle);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useSideData<Suggestions>(
    asked.length >= least ? withQuery('/api/me/knowledge/suggestions', { text: asked }) : null,
  );
  // Those on screen stay until there are others: nothing jumps while one types.
  const [items, setItems] = useState<Suggestions['items']>([]);
  useEffect(() => {
    if (data) setItems(data.items);
  }, [data]);

  const [asking] = useState(() => crypto.randomUUID());
  const noted = useRef<'nothing' | 'shown' | 'opened'>('nothing');
  function note(opened: boolean) {
    const stage = opened ? 'opened' : 'shown';
    if (noted.current === stage || noted.current === 'opened') return;
    noted.current = stage;
    // Only counting: what goes wrong here is nobody's trouble.
    api.put(`/api/me/knowledge/askings/${asking}`, { opened }).catch(() => undefined);
  }
  const shown = items.length > 0;
  useEffect(() => {
    if (shown) note(false);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);
  return { items, onOpen: () => note(true) };
}
