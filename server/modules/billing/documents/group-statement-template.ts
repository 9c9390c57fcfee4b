import type { DocumentTemplate } from '../../../kernel/documents.ts';
import { letterhead } from './letterhead.ts';

/** Prints what `groupStatementDocument` makes. */
export const groupStatementTemplate: DocumentTemplate = {
  name: 'group-statement',
  source: `${letterhead}${String.raw`
#opening

#let longest = calc.max(..(data.accounts + (data.total,)).map(row => calc.max(..row.figures.map(it => it.len()))))
#let figures(words) = text(size: if longest > 18 { 6.5pt } else { 8.5pt }, tabular(words))
#let edges(last) = (column, row) => (
  left: if column == 0 { 0pt } else { 6pt }, right: if column == last { 0pt } else { 6pt }, y: if row == 0 { 5pt } else { 6.5pt },
)

#table(
  columns: (1fr, auto, auto, auto, auto),
  align: (column, _) => if column == 0 { left } else { right },
  stroke: none,
  inset: edges(4),
  table.header(..data.columns.map(label), table.hline(stroke: 0.75pt + ink)),
  ..data.accounts.map(row => (
    text(weight: 500, soft(row.name)), ..row.figures.map(figures), table.hline(stroke: 0.5pt + line),
  )).flatten(),
  text(weight: 600, data.total.name), ..data.total.figures.map(it => text(weight: 600, figures(it))),
)

#for section in data.sections {
  v(7mm)
  block(below: 3mm, sticky: true, {
    show heading: set text(size: 12pt, weight: 600)
    heading(level: 2, soft(section.name))
  })
  table(
    columns: (auto, 1fr, auto, auto, auto, auto),
    align: (column, _) => if column < 3 { left } else { right },
    stroke: none,
    inset: edges(5),
    table.header(..data.lineColumns.map(label), table.hline(stroke: 0.75pt + ink)),
    ..section.rows.map(row => (
      text(size: 8.5pt, row.on),
      { text(size: 8.5pt, soft(row.what)); if row.detail != "" { linebreak(); text(size: 7.5pt, fill: quiet, soft(row.detail)) } },
      text(size: 8.5pt, soft(row.number)),
      figures(row.debit), figures(row.credit), figures(row.balance),
      table.hline(stroke: 0.5pt + line),
    )).flatten(),
  )
}
#if data.note != "" {
  v(6mm)
  text(fill: quiet, soft(data.note))
}
`}`,
};
