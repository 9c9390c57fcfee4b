import type { DocumentTemplate } from '../../../kernel/documents.ts';
import { letterhead } from './letterhead.ts';

/** Prints what `receiptDocument` makes. */
export const receiptTemplate: DocumentTemplate = {
  name: 'receipt',
  source: `${letterhead}${String.raw`
#opening

#grid(
  columns: (42mm, 1fr), column-gutter: 6mm, inset: (y: 8pt),
  grid.hline(stroke: 0.75pt + ink),
  ..data.rows.map(row => (
    text(fill: quiet, row.label), text(weight: 500, soft(row.value)), grid.hline(stroke: 0.5pt + line),
  )).flatten(),
)
#v(10mm)
#align(right, block(breakable: false, width: 70mm, align(left, {
  soft(data.signature.placed)
  if data.dutyStamp == none { v(24mm) } else {
    v(4mm)
    box(width: 28mm, height: 18mm, stroke: (paint: quiet, thickness: 0.5pt, dash: "dashed"), radius: 2pt, align(
      center + horizon, label(data.dutyStamp),
    ))
    v(2mm)
  }
  std.line(length: 100%, stroke: 0.5pt + ink)
  v(2pt)
  block(below: 5.5pt, text(weight: 600, soft(data.signature.name)))
  text(fill: quiet, soft(data.signature.role))
})))
`}`,
};
