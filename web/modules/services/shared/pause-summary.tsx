import type { PausePreview } from '../../../../server/modules/pauses/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useText } from '../text/pause.ts';

/** What a pause comes to: when it begins and is over, what becomes of paid time, and what is invoiced next. */
export function PauseSummary({ preview }: { preview: PausePreview }) {
  const words = useText();
  const format = useFormat();
  const { when, beginsOn, resumeOn, keptDays, credit, passesUntil, takenBack, next, term } = preview;
  const paidTime =
    keptDays > 0
      ? words.kept(keptDays)
      : credit.amount > 0
        ? words.credited(format.money(credit))
        : passesUntil
          ? words.passes(format.date(passesUntil))
          : words.nothingLeft;
  return (
    <DefinitionList
      facts={[
        { term: words.begins, value: when === 'now' ? words.today : format.date(beginsOn) },
        { term: words.goesOn, value: resumeOn ? format.date(resumeOn) : words.whenAsked },
        { term: words.paidTime, value: paidTime },
        takenBack.length > 0 && {
          term: words.takenBack,
          value: format.list(
            takenBack.map(({ amount, number }) =>
              words.takenBackOf(format.money(amount), number ?? words.invoice),
            ),
          ),
        },
        {
          term: words.next,
          value: next ? words.nextOf(format.money(next.total), format.date(next.issuedOn)) : words.nextNone,
        },
        term !== null && {
          term: words.term,
          value: term.becomes ? words.termMoves(format.date(term.becomes)) : words.termMovesSome,
        },
      ]}
    />
  );
}
