/** Served from a route of its own, so that pages need no inline style. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --surface: #ffffff; --sunken: #f4f5f7; --text: #171a21; --muted: #5a6170; --line: #dde0e6; --edge: #878e9c;
  --accent: #3152c9; --accent-strong: #2742a8; --on-accent: #ffffff; --accent-soft: #eef1fd;
  --good: #12733b; --good-soft: #e5f5ea; --attention: #7a4f00; --attention-soft: #fdf1d8;
  --danger: #b3231d; --danger-soft: #fdeceb; --float: 0 1px 2px #1018280f, 0 8px 24px #10182814;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #101216; --surface: #191c22; --sunken: #121419; --text: #eceef2; --muted: #a2a9b8; --line: #2c313b; --edge: #6d7585;
    --accent: #94abff; --accent-strong: #b3c3ff; --on-accent: #0d1640; --accent-soft: #1f2742;
    --good: #6bd294; --good-soft: #14301f; --attention: #f0c060; --attention-soft: #33280f;
    --danger: #ff9a92; --danger-soft: #3b1a18; --float: 0 1px 2px #00000066;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--text); min-height: 100vh; display: flex; flex-direction: column;
  font: 400 16px/1.5 Inter, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif;
  font-variant-numeric: tabular-nums;
}
h1, h2, p, dl, dd, ol, ul, figure { margin: 0; padding: 0; }
h1, .result p { text-wrap: balance; }
h1 { font-size: 20px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
a { color: var(--accent); text-underline-offset: 3px; }
.icon { flex: none; width: 20px; height: 20px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 6px; }

.test { background: var(--attention-soft); color: var(--attention); font-size: 13px; font-weight: 500; }
.test p { display: flex; gap: 8px; align-items: center; justify-content: center; padding: 8px 16px; text-align: center; }
.test .icon { width: 16px; height: 16px; }
.top { width: 100%; max-width: 944px; margin: 0 auto; padding: 4px 20px; display: flex; justify-content: space-between; align-items: center; gap: 16px; font-size: 14px; }
.top a { display: inline-flex; align-items: center; min-height: 44px; color: var(--muted); }
.brand { display: flex; align-items: center; gap: 8px; min-height: 44px; font-weight: 650; letter-spacing: -0.01em; }
.brand .icon { color: var(--accent); stroke-width: 2.5; }

main { width: 100%; max-width: 944px; margin: 0 auto; padding: 16px; flex: 1; display: grid; gap: 16px; align-content: start; }
.summary { padding: 8px 4px; display: grid; gap: 4px; align-content: start; }
.payee { display: flex; align-items: center; gap: 12px; font-size: 14px; color: var(--muted); overflow-wrap: anywhere; }
.payee b { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 10px; font-size: 16px; font-weight: 650; background: var(--accent-soft); color: var(--accent); }
.sum { font-size: 34px; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; margin-top: 12px; overflow-wrap: anywhere; }
.what { overflow-wrap: anywhere; }
.until { display: flex; gap: 8px; align-items: center; color: var(--muted); font-size: 14px; margin-top: 4px; }
.until .icon { width: 16px; height: 16px; }

.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--float); padding: 20px 16px; display: grid; gap: 20px; align-content: start; min-width: 0; }
.panel > header { display: grid; gap: 4px; }
.muted, .hint { color: var(--muted); }
.hint { font-size: 13px; line-height: 1.45; font-weight: 400; }
form { display: grid; gap: 16px; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start; }
label { display: grid; gap: 6px; font-size: 14px; font-weight: 500; }
label > span { display: grid; }
input {
  width: 100%; min-height: 48px; padding: 10px 12px; font: inherit; font-size: 16px; font-weight: 400; color: var(--text);
  background: var(--surface); border: 1px solid var(--edge); border-radius: 8px;
}
input::placeholder { color: var(--muted); opacity: 1; }
input:focus-visible { outline-offset: 0; border-color: var(--accent); border-radius: 8px; }
input[aria-invalid='true'] { border-color: var(--danger); box-shadow: inset 0 0 0 1px var(--danger); }
.wrong { margin-top: 6px; color: var(--danger); font-size: 13px; line-height: 1.45; font-weight: 500; }
.note { border-radius: 8px; padding: 12px; font-size: 14px; display: flex; gap: 12px; background: var(--accent-soft); }
.note .icon { color: var(--accent); }
.note.danger { background: var(--danger-soft); color: var(--danger); display: grid; gap: 4px; }
.note.danger ul { padding-left: 20px; }
.note.danger a { color: inherit; display: inline-flex; align-items: center; min-height: 32px; }

button, .button {
  min-height: 48px; padding: 10px 20px; border-radius: 8px; border: 1px solid transparent; font: inherit; font-weight: 650; cursor: pointer;
  display: flex; align-items: center; justify-content: center; gap: 8px; text-align: center; text-decoration: none; width: 100%;
  background: var(--accent); color: var(--on-accent);
}
button:hover, .button:hover { background: var(--accent-strong); }
.quiet { background: transparent; color: var(--text); border-color: var(--edge); font-weight: 500; }
.quiet:hover { background: var(--sunken); }
.acts { display: grid; gap: 12px; }
.link { display: inline-flex; align-items: center; min-height: 44px; font-size: 14px; font-weight: 500; justify-self: start; }

.choices { display: grid; gap: 0; }
.choices button { background: transparent; color: var(--text); font-weight: 400; text-align: left; justify-content: flex-start; gap: 16px; padding: 14px 4px; border-radius: 0; border: 0; border-top: 1px solid var(--line); min-height: 64px; }
.choices button:first-child { border-top: 0; }
.choices button:hover { background: var(--sunken); }
.choices button > .icon:first-child { color: var(--accent); width: 24px; height: 24px; }
.choices span { display: grid; flex: 1; }
.choices strong { font-weight: 500; }
.choices small { font-size: 13px; color: var(--muted); }
.choices button > .icon:last-child { color: var(--muted); }

details { border-top: 1px solid var(--line); padding-top: 8px; }
summary { cursor: pointer; min-height: 44px; display: flex; align-items: center; gap: 8px; font-size: 14px; font-weight: 500; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary .icon { width: 16px; height: 16px; color: var(--muted); }
details[open] summary .icon { transform: rotate(90deg); }
.cards { list-style: none; font-size: 14px; }
.cards li { display: flex; align-items: center; gap: 12px; border-top: 1px solid var(--line); padding: 6px 0; }
.cards li:first-child { border-top: 0; }
.cards div { flex: 1; min-width: 0; }
.cards code { font: inherit; font-weight: 500; white-space: nowrap; }
.cards small { display: block; font-size: 13px; color: var(--muted); line-height: 1.4; }
.cards a { flex: none; min-height: 44px; min-width: 44px; display: grid; place-items: center; font-weight: 500; }

.facts { display: grid; gap: 12px; font-size: 14px; }
.facts div { display: flex; justify-content: space-between; gap: 16px; flex-wrap: wrap; }
.facts dt { color: var(--muted); }
.facts dd { font-weight: 500; overflow-wrap: anywhere; }
.account { background: var(--sunken); border: 1px solid var(--line); border-radius: 12px; padding: 16px; display: grid; gap: 16px; }
.account dt { font-size: 13px; color: var(--muted); }
.account dd { font-weight: 650; }
.account .big { font-size: clamp(20px, 6.5vw, 26px); line-height: 1.3; letter-spacing: 0.01em; user-select: all; overflow-wrap: anywhere; }
.steps { padding-left: 20px; display: grid; gap: 8px; font-size: 14px; color: var(--muted); }
.steps li::marker { color: var(--text); font-weight: 500; }
.bank { display: flex; align-items: center; gap: 8px; font-size: 14px; font-weight: 650; padding-bottom: 16px; border-bottom: 1px solid var(--line); }
.bank .icon { color: var(--accent); width: 24px; height: 24px; }
.simulate { text-align: left; width: 100%; border: 1px dashed var(--attention); border-radius: 12px; padding: 16px; display: grid; gap: 12px; }
.simulate p { font-size: 14px; }
.simulate strong { display: flex; gap: 8px; align-items: center; color: var(--attention); font-size: 13px; font-weight: 650; margin-bottom: 2px; }
.simulate strong .icon { width: 16px; height: 16px; }
.qr { background: #ffffff; border: 1px solid var(--line); border-radius: 12px; padding: 8px; justify-self: center; width: min(100%, 288px); }
.qr svg { display: block; width: 100%; height: auto; }

.result { text-align: center; justify-items: center; padding-block: 32px; }
.result .acts, .result .facts { width: 100%; max-width: 360px; }
.result .facts { border-block: 1px solid var(--line); padding-block: 12px; gap: 8px; text-align: left; }
.result > header { justify-items: center; max-width: 44ch; }
.badge { display: grid; place-items: center; width: 64px; height: 64px; border-radius: 999px; background: var(--accent-soft); color: var(--accent); }
.badge .icon { width: 32px; height: 32px; }
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.attention { background: var(--attention-soft); color: var(--attention); }
.badge.danger { background: var(--danger-soft); color: var(--danger); }

body > footer { max-width: 944px; width: 100%; margin: 0 auto; padding: 8px 20px 24px; font-size: 13px; color: var(--muted); }

@media (min-width: 760px) {
  main { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 48px; padding: 32px 20px 48px; }
  .top { padding-block: 12px; }
  .panel { padding: 28px; }
  .summary { padding: 28px 0 0; }
  .what { font-size: 16px; }
}
`;
