import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, toHex, toOklch } from './color.ts';
import { brandCss } from './css.ts';
import { backgrounds, scaleFromAccent } from './scale.ts';

const hexColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('color', () => {
  it('survives the way to OKLCH and back', () => {
    fc.assert(fc.property(hexColor, (hex) => toHex(toOklch(hex)) === hex));
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('scaleFromAccent', () => {
  for (const theme of ['light', 'dark'] as const) {
    const neutral = Object.values(backgrounds[theme]);

    it(`gives readable text for any accent, ${theme}`, () => {
      fc.assert(
        fc.property(hexColor, (hex) => {
          const scale = scaleFromAccent(hex)[theme];
          for (const fill of [scale.accent, scale.accentHover]) {
            expect(contrast(scale.onAccent, fill)).toBeGreaterThanOrEqual(4.5);
          }
          for (const behind of [...neutral, scale.accentSoft, scale.accentSoftHover]) {
            expect(contrast(scale.accentText, behind)).toBeGreaterThanOrEqual(4.5);
          }
        }),
        { numRuns: 500 },
      );
    });

    it(`gives visible controls for any accent, ${theme}`, () => {
      fc.assert(
        fc.property(hexColor, (hex) => {
          const scale = scaleFromAccent(hex)[theme];
          for (const behind of neutral) {
            expect(contrast(scale.accent, behind)).toBeGreaterThanOrEqual(3);
            expect(contrast(scale.accentRing, behind)).toBeGreaterThanOrEqual(3);
          }
        }),
        { numRuns: 500 },
      );
    });
  }

  it('keeps an accent that already works', () => {
    expect(scaleFromAccent('#4f4bd8').light.accent).toBe('#4f4bd8');
  });
});

describe('brandCss', () => {
  it('sets the accent for both themes and the radius', () => {
    const css = brandCss({ accent: '#4f4bd8', radius: 6, typeface: 'system' });
    expect(css).toContain('--radius:6px');
    expect(css).toContain('--accent:#4f4bd8');
    expect(css).toContain(':root[data-theme=dark]{--accent:');
  });
});
