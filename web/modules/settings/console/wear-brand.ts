import { brandCss } from '../../../kernel/brand/css.ts';
import { type Brand, brand } from '../../../kernel/session/brand.ts';

let sheet: CSSStyleSheet | undefined;

/** Shows a changed brand on this page at once; others get it with their next page. */
export function wearBrand(next: Brand): void {
  brand.set(next);
  if (!sheet) {
    // Adopted sheets come after those of the head, so this one wins over the brand the page came with.
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(brandCss(next));
}
