/**
 * Splits what somebody wrote from what their mail program put beneath it, in Indonesian and English. Nothing is thrown away that might be
 * an answer: where somebody answered between the lines, all stays.
 */

/** "On … wrote:", "Pada … menulis:", also over lines; "---- Pada … menulis ----". */
const attribution =
  /^[ \t>*-]*(?:pada|on|am|le)\s[^\n]{4,}?(?:menulis|wrote|writes|schrieb|a écrit)\s*(?::|-{2,})\s*\**$/i;
/** "Budi <budi@example.com> menulis:", with a date in front or not. */
const whoWrote =
  /^[^\n]{0,120}<[^<>\s]+@[^<>\s]+>(?:\s*\([^)]*\))?\s*(?:(?:menulis|wrote|writes|schrieb|a écrit)\s*)?:$/i;
/** The same with the quote behind it on one line, as phones do. */
const attributionInLine = /^[ \t]*(?:pada|on)\s.*\d.*<[^<>\s]+@[^<>\s]+>\s*(?:menulis|wrote):/i;
const beginsAttribution = /^[ \t>*-]*(?:pada|on|am|le)\s.*\d/i;
const separator =
  /^[\s>*_-]*(?:-{2,}|_{5,})\s*(?:original message|pesan asli|pesan awal|original appointment)\s*(?:-{2,}|_{5,})?\s*\**$/i;
const rule = /^[ \t]*[_-]{10,}[ \t]*$/;
const forwarded =
  /^[\s*-]*(?:-{2,}\s*)?(?:forwarded message|pesan (?:yang )?(?:diteruskan|terusan)|begin forwarded message)\s*(?:-{2,}|:)?\s*\**$/i;
const fromLine = /^[ \t>]*\**(?:from|dari|pengirim)\s*:\**\s*\S/i;
const otherHead =
  /^[ \t>]*\**(?:sent|date|to|cc|subject|dikirim|terkirim|tanggal|kepada|untuk|ke|subjek|perihal|judul|hal)\s*:\**(?:\s|$)/i;
const quoted = /^[ \t]*>/;
const signature = /^--\s?$/;
const device =
  /^(?:sent (?:from|via|with) (?:my |the )?[^.]{2,60}|dikirim (?:dari|melalui|lewat|dengan) [^.]{2,60}|get outlook for (?:ios|android)(?:\s*<[^>]*>)?|dapatkan outlook untuk (?:ios|android)(?:\s*<[^>]*>)?|unduh outlook untuk [^.]{2,40})\.?$/i;

/** What was written; the whole text where nothing else is left of it. */
export function written(text: string): string {
  const lines = text.split('\n');
  const cut = quoteBegins(lines);
  if (cut === null) return ended(lines) || text;
  const above = ended(lines.slice(0, cut.from));
  const below = lines.slice(cut.until);
  if (!cut.marked) return above || text;
  const own = below.filter((line) => line.trim() !== '' && !quoted.test(line));
  const answer = ended(below);
  if (own.length === 0 || ended(own) === '') return above || text;
  const begins = below.findIndex((line) => line.trim() !== '' && !quoted.test(line));
  const answersBetween = below.slice(begins).some((line) => quoted.test(line));
  const rest = answersBetween ? answer : ended(below.slice(begins));
  return [above, rest].filter(Boolean).join('\n\n') || text;
}

/** Without what a program or a habit puts at the end: a signature after "-- ", the advertisement of a phone. */
export function withoutSignature(text: string): string {
  return ended(text.split('\n')) || text;
}

/**
 * Where the quote begins and its own first line. `marked`: its lines carry a mark, so answers between and below them can be told apart.
 * A forwarded mail is no quote: it is what the sender wants to show.
 */
function quoteBegins(lines: readonly string[]): { from: number; until: number; marked: boolean } | null {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (forwarded.test(line)) return null;
    const lead = attributionAt(lines, at);
    if (lead > 0) {
      const next = lines.slice(at + lead).findIndex((one) => one.trim() !== '');
      const marked = next >= 0 && quoted.test(lines[at + lead + next]!);
      return { from: at, until: at + lead, marked };
    }
    if (separator.test(line)) return { from: at, until: at + 1, marked: false };
    if (headBegins(lines, at)) {
      const before = rule.test(lines[at - 1] ?? '') ? 1 : rule.test(lines[at - 2] ?? '') ? 2 : 0;
      return { from: at - before, until: at, marked: false };
    }
    if (quoted.test(line)) return { from: at, until: at, marked: true };
  }
  return null;
}

/** How many lines from here on say who wrote the quote and when; 0 for none. */
function attributionAt(lines: readonly string[], at: number): number {
  if (whoWrote.test(lines[at]!) && quoted.test(lines.slice(at + 1).find((line) => line.trim() !== '') ?? ''))
    return 1;
  if (attributionInLine.test(lines[at]!)) return 1;
  if (!beginsAttribution.test(lines[at]!)) return 0;
  for (let more = 1; more <= 4 && at + more <= lines.length; more++) {
    if (attribution.test(lines.slice(at, at + more).join(' '))) return more;
    if ((lines[at + more] ?? '').trim() === '') return 0;
  }
  return 0;
}

/** The head that Outlook and its like put over what they quote: "Dari: … Dikirim: … Kepada: …". */
function headBegins(lines: readonly string[], at: number): boolean {
  if (!fromLine.test(lines[at]!)) return false;
  const next = lines.slice(at + 1, at + 8).filter((line) => line.trim() !== '');
  return next.filter((line) => otherHead.test(line)).length >= 2;
}

function ended(lines: readonly string[]): string {
  const mark = lines.findIndex((line, at) => at > 0 && signature.test(line));
  const kept = [...(mark < 0 ? lines : lines.slice(0, mark))];
  for (;;) {
    const last = kept.at(-1)?.trim();
    if (last === undefined) return '';
    if (last !== '' && !device.test(last) && !rule.test(last)) break;
    kept.pop();
  }
  return kept.join('\n').trim();
}
