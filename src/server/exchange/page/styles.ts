import { createHash } from 'node:crypto';
import type { ServerApp } from '../../server-app.ts';

/**
 * The whole style of the public pages: one small file, kept for ever under its hash. What somebody wrote is isolated:
 * a sign that turns the direction of the text around turns nothing beyond its own words.
 */
export const STYLES = `
:root { color-scheme: light; --ink: #1d2a2e; --soft: #54646a; --line: #d9dfe0; --paper: #fff; --wash: #f4f7f7; --go: #17606b; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.6 system-ui, "Noto Sans", sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
a { color: var(--go); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 3px solid var(--go); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset-inline-start: 1rem; inset-block-start: 1rem; background: var(--paper); padding: .5rem 1rem; }
body > .trial { margin: 0; padding: .25rem 1rem; text-align: center; font-weight: 600; background: #fdf0cf; color: #6b4b00; }
body > header { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; padding: .5rem 1rem; border-block-end: 1px solid var(--line); }
body > header a { display: inline-block; padding: .6rem .2rem; text-decoration: none; }
body > header a[aria-current] { font-weight: 600; text-decoration: underline; }
.home { font-weight: 700; }
header nav { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.languages { margin-inline-start: auto; }
main { max-inline-size: 64rem; margin-inline: auto; padding: 1rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin-block: .8rem; }
h2 { font-size: 1.25rem; margin-block: 1.6rem .5rem; }
h3 { font-size: 1.05rem; margin-block: 1.2rem .3rem; }
p, li { max-inline-size: 46rem; }
main :is(span, a, strong, dd) { unicode-bidi: isolate; }
.note, .soft { color: var(--soft); font-size: .9rem; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); padding: 0; list-style: none; }
.card { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
.card > :first-child { margin-block-start: 0; }
.tag { display: inline-block; background: var(--wash); border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; font-size: .85rem; margin: .1rem .2rem .1rem 0; }
ol.programme { padding: 0; list-style: none; display: grid; gap: .75rem; }
.programme h3 { margin-block: .2rem; }
.programme p { margin-block: .2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: .45rem .7rem; border-block-end: 1px solid var(--line); }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .3rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
form.filters { display: flex; flex-wrap: wrap; gap: .8rem; align-items: end; background: var(--wash); padding: 1rem; border-radius: .5rem; }
form.filters > * { min-inline-size: 0; max-inline-size: 100%; }
label { display: block; font-weight: 600; }
input, select, textarea, button { font: inherit; font-weight: 400; color: inherit; max-inline-size: 100%; padding: .55rem .7rem; border: 1px solid var(--soft); border-radius: .35rem; background: var(--paper); min-block-size: 2.75rem; }
select { overflow: hidden; text-overflow: ellipsis; }
button, .button { background: var(--go); color: #fff; border: 1px solid var(--go); border-radius: .35rem; padding: .6rem 1.1rem; display: inline-block; text-decoration: none; }
.fault { border-inline-start: .3rem solid #9a3b26; padding: .5rem 1rem; background: #fbf1ee; }
figure { margin: 1.2rem 0; overflow-x: auto; }
figure img { min-inline-size: 27rem; inline-size: min(100%, 40rem); max-inline-size: none; }
.scroll :is(th, td) { overflow-wrap: normal; min-inline-size: 6rem; }
.scroll th[scope=row] { min-inline-size: min(14rem, 45vw); }
.choice { display: flex; gap: .6rem; align-items: center; min-block-size: 2.75rem; font-weight: 400; }
.choice input { min-block-size: 1.3rem; inline-size: 1.3rem; flex: none; }
.fields { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.fields p { margin-block: .4rem; flex: 1 1 12rem; }
.fields input { inline-size: 100%; }
fieldset { border: 1px solid var(--line); border-radius: .5rem; margin-block: 1rem; }
legend { font-weight: 600; }
.tick { font-weight: 400; padding-block: .6rem; display: inline-block; min-inline-size: 13rem; }
.tick input { min-block-size: 0; }
span.fault { display: block; }
.gallery { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
.gallery figure { margin: 0; }
.gallery img { min-inline-size: 0; inline-size: 100%; border-radius: .5rem; }
.portrait { inline-size: 5rem; block-size: 5rem; object-fit: cover; border-radius: 50%; }
.logo { max-block-size: 4rem; max-inline-size: 100%; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: .25rem solid var(--line); }
svg, img { max-inline-size: 100%; block-size: auto; }
body > footer { border-block-start: 1px solid var(--line); padding: 1rem; color: var(--soft); font-size: .9rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-block-end: .5rem; } .languages { margin-inline-start: 0; } }
@media print { body > header, body > footer, .no-print { display: none; } main { max-inline-size: none; padding: 0; } a { color: inherit; } }
`;

export const STYLES_HASH = createHash('sha256').update(STYLES).digest('hex').slice(0, 12);

export function addStyles(app: ServerApp): void {
  app.get(`/exchange/styles-${STYLES_HASH}.css`, { config: { public: true } }, (_request, reply) =>
    reply
      .header('content-type', 'text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(STYLES),
  );
}
