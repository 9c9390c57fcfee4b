import type { ChangePreview } from '../../../../server/modules/orders/change-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/change.ts';
import { useTermWords } from '../../services/shared/term-words.ts';
import { ChangeLines } from './change-lines.tsx';

/** What is paid or given back now, from when it is so, and what follows. Before something is chosen, a hint. */
export function ChangeSummary({
  preview,
  busy,
  desk,
}: {
  preview: ChangePreview | null;
  busy: boolean;
  desk: boolean;
}) {
  const words = useText();
  return (
    <Card title={words.summary}>
      <div
        aria-live="polite"
        aria-busy={busy}
        className={classes('transition-opacity', busy && 'opacity-60')}
      >
        {preview ? (
          <Exact preview={preview} desk={desk} />
        ) : (
          <p className="text-body text-muted">{busy ? words.checking : words.same}</p>
        )}
      </div>
    </Card>
  );
}

function Exact({ preview, desk }: { preview: ChangePreview; desk: boolean }) {
  const words = useText();
  const format = useFormat();
  const { before, after, lines, total, credit, when, effectiveOn, next } = preview;
  const { whole: termWords } = useTermWords();
  const figure = total.amount > 0 ? total : credit;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-body">
        <span className="text-muted">{format.words(before.names)}</span>
        {after && <span className="block font-medium">→ {format.words(after.names)}</span>}
      </p>
      <p className="text-body font-medium">
        {when === 'period_end'
          ? words.from(format.date(effectiveOn))
          : total.amount > 0
            ? words.atOnce
            : words.atOnceFree}
      </p>
      {lines.length > 0 && (
        <div className="border-t border-line pt-3">
          <ChangeLines lines={lines} tax={preview.tax} />
        </div>
      )}
      <p className="flex items-baseline justify-between gap-3 border-t border-line pt-3">
        <span className="text-body font-medium">
          {total.amount > 0
            ? desk
              ? words.staffToday
              : words.today
            : credit.amount > 0
              ? desk
                ? words.staffBack
                : words.back
              : words.nothingNow}
        </span>
        {figure.amount > 0 && (
          <span className="text-20 font-bold">
            <MoneyText value={figure} />
          </span>
        )}
      </p>
      {credit.amount > 0 && !desk && <p className="text-13 text-muted">{words.backHint}</p>}
      {preview.term && (
        <p className="text-13 text-muted">{words.begins(termWords(preview.term, total.currency))}</p>
      )}
      {preview.forfeits && <p className="text-13 text-muted">{words.forfeits}</p>}
      {next && (
        <p className="text-13 text-muted">
          {words.next(format.money(next.total), format.date(next.from), format.date(next.issuedOn))}
        </p>
      )}
      {preview.needsApproval && <Banner tone="info" title={words.needsApproval} />}
    </div>
  );
}
