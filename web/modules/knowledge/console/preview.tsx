import { useEffect, useState } from 'react';
import type { Preview as Rendered } from '../../../../server/modules/knowledge/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { SafeHtmlView } from '../../../ui/safe-html.tsx';
import { useText } from '../text/index.ts';

/** Milliseconds without typing before the preview follows. */
const settle = 400;

/** Markdown as readers will see it. The server renders it, so it is exactly that, and safe. */
export function Preview({ title, body, lang }: { title: string; body: string; lang: string }) {
  const { editor: words } = useText();
  const [html, setHtml] = useState('');
  useEffect(() => {
    if (body.trim() === '') return setHtml('');
    let current = true;
    const timer = setTimeout(() => {
      api
        .post<Rendered>('/api/console/knowledge/preview', { body }, crypto.randomUUID())
        .then((rendered) => current && setHtml(rendered.html))
        // The old one stays; the next letter tries again.
        .catch(() => undefined);
    }, settle);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [body]);
  if (!title && !html) return <p className="py-8 text-center text-body text-muted">{words.previewEmpty}</p>;
  return (
    <div lang={lang} className="text-16">
      {title && <p className="mb-3 text-26 font-bold tracking-tight text-balance">{title}</p>}
      <SafeHtmlView html={html} />
    </div>
  );
}
