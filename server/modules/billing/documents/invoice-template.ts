import type { DocumentTemplate } from '../../../kernel/documents.ts';
import { letterhead } from './letterhead.ts';

/** Prints what `invoiceDocument` makes. */
export const invoiceTemplate: DocumentTemplate = {
  name: 'invoice',
  source: `${letterhead}${String.raw`
#opening

#let last = if data.taxed { 4 } else { 3 }
// Columns of figures are as wide as their widest; past what a business earns they shrink rather than squeeze the description.
#let longest = calc.max(0, ..data.lines.map(row => (row.unitPrice.len(), row.amount.len())).flatten())
#let figures(words) = text(size: if longest > 18 { 6.5pt } else { 9pt }, tabular(words))
#let tax-width = if data.lines.any(row => row.tax.len() > 14) { 26mm } else { auto }
#table(
  columns: (1fr, auto, auto) + if data.taxed { (tax-width,) } + (auto,),
  align: (column, _) => if column == 0 or (data.taxed and column == 3) { left } else { right },
  stroke: none,
  inset: (column, row) => (
    left: if column == 0 { 0pt } else { 7pt }, right: if column == last { 0pt } else { 7pt },
    y: if row == 0 { 5pt } else { 7.5pt },
  ),
  table.header(
    label(data.columns.description),
    label(data.columns.quantity),
    label(data.columns.unitPrice),
    ..if data.taxed { (label(data.columns.tax),) },
    label(data.columns.amount),
    table.hline(stroke: 0.75pt + ink),
  ),
  ..data.lines.map(row => (
    // Only a text that fills much of a page may be split between two.
    table.cell(breakable: row.description.len() > 900, {
      text(weight: 500, soft(row.description))
      for detail in row.details { linebreak(); text(size: 8pt, fill: quiet, detail) }
    }),
    figures(row.quantity),
    figures(row.unitPrice),
    ..if data.taxed { (text(fill: quiet, soft(row.tax)),) },
    figures(row.amount),
    table.hline(stroke: 0.5pt + line),
  )).flatten(),
)
#v(3mm)
#block(breakable: false, width: 100%, grid(
  columns: (1fr, 84mm), column-gutter: 10mm,
  {
    v(5pt)
    fact(label(data.inWords.label), text(fill: quiet, data.inWords.value))
    for row in data.references { v(5pt); fact(label(row.label), text(fill: quiet, soft(row.value))) }
  },
  grid(
    columns: (1fr, auto), align: (left, right), column-gutter: 6mm, inset: (y: 5.5pt),
    ..data.totals.map(row => {
      let look = if row.look == "quiet" { it => text(size: 8pt, fill: quiet, it) }
        else if row.look == "strong" { it => text(weight: 600, it) }
        else if row.look == "due" { it => text(size: 11pt, weight: 600, fill: accent, it) }
        else { it => it }
      let rule = if row.look in ("strong", "due") { (grid.hline(stroke: 0.5pt + line),) } else { () }
      rule + (look(soft(row.label)), look(tabular(row.value)))
    }).flatten(),
  ),
))
#if data.payment != none {
  v(6mm)
  let length = data.payment.rows.map(row => row.label.len() + row.value.len()).sum()
  block(breakable: length > 1500 or data.payment.rows.len() > 20, width: 100%, fill: rgb("#f5f6f8"), radius: 4pt, inset: 12pt, {
    block(below: 9pt, text(weight: 600, data.payment.heading))
    grid(
      columns: (50mm, 1fr), column-gutter: 6mm, row-gutter: 7.5pt,
      ..data.payment.rows.map(row => (text(fill: quiet, soft(row.label)), text(weight: 500, soft(row.value)))).flatten(),
    )
  })
}
#if data.notes != none {
  v(6mm)
  fact(label(data.notes.label), text(fill: quiet, soft(data.notes.value)))
}
`}`,
};
