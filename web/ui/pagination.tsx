import { useKernelText } from '../kernel/text/index.ts';
import { IconButton } from './button.tsx';

/** For the few things with a known number of pages (a PDF preview, steps of a tour). Lists use `LoadMore`. */
export function Pagination({
  page,
  pages,
  onPage,
}: {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}) {
  const text = useKernelText();
  return (
    <nav aria-label={text.pageOf(page, pages)} className="flex items-center gap-2 text-body">
      <IconButton icon="left" label={text.previous} disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <span aria-current="page">{text.pageOf(page, pages)}</span>
      <IconButton icon="right" label={text.next} disabled={page >= pages} onClick={() => onPage(page + 1)} />
    </nav>
  );
}
