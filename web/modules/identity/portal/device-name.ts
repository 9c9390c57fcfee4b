/** Order matters: Edge and Opera also say Chrome, and Chrome also says Safari. */
const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const find = (list: [RegExp, string][], text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Browser and system in a User-Agent, null where it does not say. */
export function deviceOf(userAgent: string): {
  browser: string | null;
  system: string | null;
  mobile: boolean;
} {
  return {
    browser: find(browsers, userAgent),
    system: find(systems, userAgent),
    mobile: /iPhone|Android.*Mobile/.test(userAgent),
  };
}
