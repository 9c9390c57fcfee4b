import type { DocumentTemplate } from '../../../kernel/documents.ts';
import { letterhead } from './letterhead.ts';

/** Prints what `sectionsDocument` makes. */
export const sectionsTemplate: DocumentTemplate = {
  name: 'sections',
  source: `${letterhead}${String.raw`
#opening

#for part in data.sections {
  block(above: 8mm, below: 3.5mm, sticky: true, {
    show heading: set text(size: 12pt, weight: 600)
    heading(level: 2, part.heading)
  })
  for paragraph in part.paragraphs { par(soft(paragraph)) }
  if part.facts.len() > 0 {
    grid(
      columns: (46mm, 1fr), column-gutter: 6mm, row-gutter: 6pt,
      ..part.facts.map(row => (text(fill: quiet, soft(row.label)), soft(row.value))).flatten(),
    )
  }
  if part.rows.len() > 0 {
    v(2mm)
    table(
      columns: (auto,) + (1fr,) * (part.columns.len() - 1),
      stroke: none, inset: (x: 0pt, y: 4pt), column-gutter: 5mm,
      table.header(..part.columns.map(label), table.hline(stroke: 0.75pt + ink)),
      ..part.rows.map(row => row.map(soft) + (table.hline(stroke: 0.5pt + line),)).flatten(),
    )
  }
}
`}`,
};
