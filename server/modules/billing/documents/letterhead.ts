/**
 * What all billing documents share, in Typst: the sheet, its running head and foot, and a few ways to set text. Data comes as
 * strings only; `soft` must be around every text that people can make long.
 */
export const letterhead = String.raw`
#let data = json(bytes(sys.inputs.data))
#let accent = rgb(data.accent)
#let ink = rgb("#16191d")
#let quiet = rgb("#5c6570")
#let line = rgb("#dfe3e8")
#let tones = (
  good: rgb("#15713b"), attention: rgb("#8a5300"), danger: rgb("#b3261e"), neutral: rgb("#5c6570"),
)

// A long run without a space may break after every third character, so that nothing is wider than its column. Trap: zero-width
// spaces let lines grow too wide, and switching kerning off against that crashes the compiler on Arabic.
#let unbroken = regex(
  "[\u{21}-\u{52f}\u{2010}-\u{2bff}\u{10000}-\u{1efff}]{25,}|[\u{530}-\u{dff}\u{10a0}-\u{177f}\u{1800}-\u{1fff}]{60,}",
)
#let soft(words) = {
  let lines = words.split("\n").map(part => [#part]).join(linebreak())
  if not words.contains(unbroken) { return lines }
  show unbroken: run => run.text.clusters().chunks(3).map(part => box(part.join())).join()
  lines
}
#let tabular(figures) = text(number-width: "tabular", figures)
#let small(body) = text(size: 7.5pt, fill: quiet, body)
#let label(words) = text(size: 7.5pt, weight: 500, fill: quiet, soft(words))

// Inter's contextual forms would print '1x1' as '1×1' and '->' as an arrow.
#set text(size: 9pt, fill: ink, hyphenate: false, features: (calt: 0))
#set par(leading: 0.62em, spacing: 0.62em)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 22mm, bottom: 27mm),
  header-ascent: 7mm,
  header: context if counter(page).get().first() > 1 {
    small(grid(columns: (1fr, auto), column-gutter: 8mm, data.running.left, data.running.right))
    v(-3pt)
    std.line(length: 100%, stroke: 0.5pt + line)
  },
  footer-descent: 7mm,
  footer: {
    std.line(length: 100%, stroke: 0.5pt + line)
    v(1pt)
    small(grid(
      columns: (1fr, auto), column-gutter: 12mm,
      soft(data.footer),
      context [#data.page.before#counter(page).display()#data.page.between#counter(page).final().first()],
    ))
  },
)

#let mark(height) = if data.logo == none {
  text(size: 13pt, weight: 600, soft(data.seller))
} else {
  context {
    let drawn = image(bytes(data.logo), format: "svg", alt: data.running.left, height: height)
    if measure(drawn).width > 60mm {
      drawn = image(bytes(data.logo), format: "svg", alt: data.running.left, width: 60mm)
    }
    drawn
  }
}

#let fact(name, value) = {
  block(below: 6pt, name)
  block(above: 0pt, value)
}

#let party(who) = {
  fact(label(who.label), text(weight: 600, soft(who.name)))
  set text(fill: quiet)
  for part in who.lines { block(above: 5.5pt, soft(part)) }
}

#let chip(status) = {
  let tone = tones.at(status.tone)
  box(stroke: 0.75pt + tone, radius: 10pt, inset: (x: 7pt, y: 4pt), text(
    size: 8pt, weight: 500, fill: tone, [#status.sign#h(0.45em)#status.words],
  ))
}

// Who, what and how much: the upper third of every document.
#let opening = {
  grid(
    columns: (1fr, auto), align: (left + horizon, right + horizon), column-gutter: 10mm,
    mark(14mm), chip(data.status),
  )
  v(11mm)
  block(below: 7mm, {
    show heading: set text(size: 22pt, weight: 600, tracking: -0.02em)
    heading(level: 1, data.heading)
  })
  grid(
    columns: (1fr, 1fr, 46mm), column-gutter: 9mm,
    ..data.parties.map(party),
    for row in data.facts {
      block(below: 10pt, fact(label(row.label), text(weight: 500, soft(row.value))))
    },
  )
  v(8mm)
  block(below: 8mm, width: 100%, stroke: (left: 2pt + accent), inset: (left: 10pt, y: 3pt), {
    let figure = text(size: 17pt, weight: 600, tracking: -0.01em, data.lead.figure)
    if data.lead.struck { strike(figure) } else { figure }
    h(7pt)
    text(size: 10pt, fill: quiet, data.lead.words)
  })
}
`;
