import {
  Component,
  createElement,
  type ErrorInfo,
  type ReactNode,
  Suspense,
  useLayoutEffect,
  useRef,
} from 'react';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { OverlayHost } from '../overlay-host.tsx';
import { PaletteHost } from '../palette/palette-host.tsx';
import { session } from '../session/session.ts';
import { Forbidden, PageFailure, PageNotFound } from './failures.tsx';
import { frameOf } from './frames.ts';
import { restoreScroll } from './scroll.ts';
import { drawing } from './take-over.ts';
import { coming, useVisit, type Visit } from './visit.ts';

/** A shell with its pages; the frame stays while pages change inside it. */
export function App() {
  const { entry } = useVisit();
  session.use();
  return (
    <>
      <Suspense fallback={null}>{createElement(frameOf(entry))}</Suspense>
      <PaletteHost />
      <OverlayHost />
    </>
  );
}

/** Where a frame shows the page. */
export function PageOutlet() {
  const now = useVisit();
  const next = coming.use();
  useArrival(now.page);
  if (next) return <PageSkeleton shape={next.shape} />;
  return (
    <Boundary key={drawing(now.page)}>
      <Suspense fallback={<PageSkeleton shape={now.entry?.shape ?? 'detail'} />}>
        <Outcome now={now} />
      </Suspense>
    </Boundary>
  );
}

function Outcome({ now: { outcome, params } }: { now: Visit }) {
  if (outcome.kind === 'not-found') return <PageNotFound />;
  if (outcome.kind === 'forbidden') return <Forbidden />;
  if (outcome.kind === 'failed') return <PageFailure error={outcome.error} />;
  return <outcome.file.Page {...params} />;
}

/** A new page starts where it was left, or at its heading: keyboard and screen reader begin where the eye does. */
function useArrival(page: number) {
  const first = useRef(page);
  useLayoutEffect(() => {
    restoreScroll();
    if (page === first.current) return;
    const heading =
      document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, [page]);
}

/** Catches what a page throws while it renders. */
class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.error ? <PageFailure error={this.state.error} /> : this.props.children;
  }
}
