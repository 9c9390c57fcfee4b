import { Fragment } from 'react';

/** An address, host or number that may break after its marks, so that a narrow place does not cut it within a word. */
export function Breakable({ words }: { words: string }) {
  return words.split(/(?<=[@./_-])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
