import type { DocumentTemplate } from '../../../kernel/documents.ts';
import { letterhead } from './letterhead.ts';

/** Prints what `creditNoteDocument` makes. */
export const creditNoteTemplate: DocumentTemplate = {
  name: 'credit-note',
  source: `${letterhead}${String.raw`
#opening

#table(
  columns: (1fr, auto),
  align: (column, _) => if column == 0 { left } else { right },
  stroke: none,
  inset: (column, row) => (
    left: if column == 0 { 0pt } else { 7pt }, right: if column == 1 { 0pt } else { 7pt }, y: if row == 0 { 5pt } else { 7.5pt },
  ),
  table.header(label(data.columns.description), label(data.columns.amount), table.hline(stroke: 0.75pt + ink)),
  ..data.lines.map(row => (
    table.cell(breakable: row.description.len() > 900, text(weight: 500, soft(row.description))),
    tabular(row.amount),
    table.hline(stroke: 0.5pt + line),
  )).flatten(),
)
#v(3mm)
#align(right, block(breakable: false, width: 84mm, grid(
  columns: (1fr, auto), align: (left, right), column-gutter: 6mm, inset: (y: 5.5pt),
  ..data.totals.map(row => {
    let look = if row.strong { it => text(size: 11pt, weight: 600, fill: accent, it) } else { it => it }
    let rule = if row.strong { (grid.hline(stroke: 0.5pt + line),) } else { () }
    rule + (look(soft(row.label)), look(tabular(row.value)))
  }).flatten(),
)))
#v(6mm)
#grid(
  columns: (50mm, 1fr), column-gutter: 6mm, inset: (y: 6pt),
  grid.hline(stroke: 0.5pt + line),
  ..data.rows.map(row => (
    text(fill: quiet, row.label), soft(row.value), grid.hline(stroke: 0.5pt + line),
  )).flatten(),
)
`}`,
};
