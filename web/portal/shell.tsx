import { PageOutlet } from '../kernel/pages/outlet.tsx';
import { useVisit } from '../kernel/pages/visit.ts';
import { Slot } from '../kernel/slots.tsx';
import { useKernelText } from '../kernel/text/index.ts';
import { BottomBar } from './bottom-bar.tsx';
import { placeOf, sectionOf, useSections } from './navigation.ts';
import { Rail } from './rail.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { TopBar } from './top-bar.tsx';

/** The portal around a page: a rail from 1024 px, bars at top and bottom below. */
export function PortalShell() {
  const text = useKernelText();
  const sections = useSections();
  const { pathname } = useVisit();
  const here = sectionOf(sections, pathname);
  const now = here && placeOf(here, pathname);
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[15.5rem_1fr]">
      <a href="#main" className="skip-link">
        {text.skipToContent}
      </a>
      <Rail sections={sections} here={here} now={now} />
      <div className="min-w-0">
        <TopBar />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto max-w-[70rem] px-4 pt-4 pb-40 sm:px-6 lg:px-8 lg:pt-6 lg:pb-16"
        >
          {here && now && here.name !== 'home' && <SectionTabs section={here} now={now} />}
          <div className="mb-4 flex flex-col gap-2 empty:hidden">
            <Slot name="portal.banners" with={{}} />
          </div>
          <PageOutlet />
        </main>
      </div>
      <BottomBar sections={sections} here={here} />
    </div>
  );
}
