import type { CSSProperties } from 'react';
import type { Brand } from '../../../../server/kernel/brand.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { type AccentScale, backgrounds, scaleFromAccent } from '../../../kernel/brand/scale.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

type Look = Pick<Brand, 'accent' | 'radius' | 'typeface' | 'name' | 'logo'>;

// The neutral tokens of each theme (`tokens.css`): what stands there follows the theme of the page, not of a part of it.
const neutrals = {
  light: {
    line: '#e3e3e8',
    ink: '#18181c',
    muted: '#5c5c66',
    attention: '#8a5500',
    attentionSoft: '#fcf0e2',
  },
  dark: { line: '#2a2c33', ink: '#ececef', muted: '#a5a8b1', attention: '#e19a3e', attentionSoft: '#34220b' },
} as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The tokens of a brand for one theme, to be put on an element: what is inside looks like it. */
function tokensOf(scale: AccentScale, { radius, typeface }: Look, theme: 'light' | 'dark'): CSSProperties {
  const all = { ...backgrounds[theme], ...neutrals[theme], ...scale };
  const colors = Object.entries(all).map(([name, color]) => [`--color-${kebab(name)}`, color]);
  return {
    ...Object.fromEntries(colors),
    '--radius': `${radius}px`,
    fontFamily: typeface === 'inter' ? "'Inter Variable',system-ui,sans-serif" : 'system-ui,sans-serif',
    colorScheme: theme,
  } as CSSProperties;
}

/** How a brand would look in both themes, before it is saved. */
export function BrandPreview(look: Look) {
  const { preview: words } = useText();
  const scale = scaleFromAccent(look.accent);
  return (
    <Card title={words.title} className="xl:sticky xl:top-4">
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-1">
        {(['light', 'dark'] as const).map((theme) => (
          <section key={theme} aria-label={words[theme]} style={tokensOf(scale[theme], look, theme)}>
            <Sample {...look} theme={theme} />
          </section>
        ))}
      </div>
    </Card>
  );
}

function Sample({ name, logo, theme }: Look & { theme: 'light' | 'dark' }) {
  const { preview: words } = useText();
  const format = useFormat();
  const sum = format.money({ amount: 1_110_000, currency: 'IDR' });
  return (
    <div className="rounded border border-line bg-page p-4 text-ink">
      <div className="mb-3 flex items-center justify-between gap-3">
        {logo ? (
          <img src={logo} alt={name} className="h-6 w-auto max-w-32" />
        ) : (
          <span className="flex min-w-0 items-center gap-2">
            <span className="grid size-6 shrink-0 place-items-center rounded bg-accent text-13 font-bold text-on-accent">
              {name[0]}
            </span>
            <span className="truncate text-14 font-bold">{name}</span>
          </span>
        )}
        <span className="text-12 text-muted">{words[theme]}</span>
      </div>
      <div className="rounded border border-line bg-surface p-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="text-13 text-muted">{words.invoice}</span>
          <StatusChip tone="attention">{words.due}</StatusChip>
        </div>
        <p className="mt-1 text-20 font-bold tabular-nums">{sum}</p>
        {/* Pictures of controls, not controls: nothing here can be pressed. */}
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <span className={`${buttonClass('primary')} pointer-events-none`}>{words.pay}</span>
          <span className="text-body text-accent-text underline">{words.see}</span>
          <span className="rounded-full border border-accent-ring bg-accent-soft px-3 py-1 text-13 font-medium text-accent-text">
            {words.chosen}
          </span>
        </div>
      </div>
    </div>
  );
}
