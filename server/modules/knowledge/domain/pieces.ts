const open = '\ue000';
const close = '\ue001';

/** What `ts_headline` is to frame found words with: characters that no text has, as publishing takes them out. */
export const marks = `StartSel=${open}, StopSel=${close}`;

/** A framed text in pieces. Characters of HTML stay what they are: text. */
export function inPieces(framed: string): { text: string; marked: boolean }[] {
  return framed
    .split(open)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, marked: false }];
      const end = part.indexOf(close);
      const [word, rest] = end < 0 ? [part, ''] : [part.slice(0, end), part.slice(end + 1)];
      return [
        { text: word, marked: true },
        { text: rest, marked: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
