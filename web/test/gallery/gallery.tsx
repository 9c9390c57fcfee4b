import '../../ui/styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { locale } from '../../kernel/i18n/locale.ts';
import { loadText } from '../../kernel/i18n/texts.ts';
import { visit } from '../../kernel/pages/visit.ts';
import { queryClient } from '../../kernel/query/client.ts';
import type { Locale } from '../../kernel/session/session.ts';
import { Toaster } from '../../ui/toaster.tsx';
import { Acts } from './acts.tsx';
import { Forms } from './forms.tsx';
import { Lists } from './lists.tsx';
import { States } from './states.tsx';

/** Every component once, to look at and to test: `?en` for English, `?dark` for the dark theme. */
function Gallery() {
  return (
    <main className="mx-auto flex max-w-[70rem] flex-col gap-10 p-4 pb-40 sm:p-8">
      <h1 className="text-26">Gallery</h1>
      <Section name="Acts and states">
        <Acts />
      </Section>
      <Section name="Forms">
        <Forms />
      </Section>
      <Section name="Lists and records">
        <Lists />
      </Section>
      <Section name="Empty, failed, on its way">
        <States />
      </Section>
      <Toaster />
    </main>
  );
}

function Section({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-20">{name}</h2>
      {children}
    </section>
  );
}

const query = new URLSearchParams(location.search);
const language: Locale = query.has('en') ? 'en' : 'id';
locale.set(language);
document.documentElement.lang = language;
if (query.has('dark')) document.documentElement.dataset.theme = 'dark';
visit.set({ pathname: '/', search: '', entry: null, params: {}, outcome: { kind: 'not-found' }, page: 1 });
await loadText('kernel', language);
createRoot(document.getElementById('app')!).render(
  <QueryClientProvider client={queryClient}>
    <Gallery />
  </QueryClientProvider>,
);
