/**
 * The look of a published policy. Colours, faces and widths are variables, which is all that a theme sets. Every pair of
 * foreground and background has a contrast of at least 4.5:1 in light and dark.
 */
export const PAGE_STYLE = `
:root {
  --ink: #1c2024; --soft-ink: #545b63; --paper: #ffffff; --panel: #f5f6f4; --line: #d5d9d6; --accent: #1d4f73;
  --text-face: "Codicil Serif", Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", Georgia, serif;
  --label-face: "Codicil Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  --measure: 44rem;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e6e3; --soft-ink: #a9b0b5; --paper: #16191c; --panel: #1f2427; --line: #3a4146; --accent: #8fc1e3; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--text-face); overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--paper); color: var(--accent); }
.skip:focus { left: 0; top: 0; z-index: 1; }
.masthead { border-bottom: 1px solid var(--line); font-family: var(--label-face); }
.masthead-inner, .columns, .colophon { max-width: 76rem; margin: 0 auto; padding: 1rem 1.5rem; }
.masthead-inner { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 2rem; justify-content: space-between; }
.company { display: flex; align-items: center; gap: 0.75rem; margin: 0; font-weight: 600; }
.company img { max-height: 2.5rem; max-width: 12rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0; font-size: 0.875rem; color: var(--soft-ink); }
.facts div { display: flex; gap: 0.4rem; }
.facts dt::after { content: ":"; }
.facts dd { margin: 0; color: var(--ink); font-weight: 600; }
.site { max-width: 76rem; margin: 0 auto; padding: 0.6rem 1.5rem 0; font: 0.875rem/1.5 var(--label-face); }
.site ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.superseded { padding: 0.75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--accent); background: var(--panel); font: 0.9375rem/1.5 var(--label-face); }
.columns { display: grid; gap: 1.5rem 3.5rem; }
main { min-width: 0; max-width: var(--measure); }
.contents { font: 0.875rem/1.45 var(--label-face); }
.contents h2, .versions h2 { margin: 0 0 0.5rem; font: 600 0.875rem/1.4 var(--label-face); color: var(--soft-ink); }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents ol ol { padding-left: 0.9rem; border-left: 1px solid var(--line); }
.contents a { display: block; padding: 0.2rem 0; color: var(--ink); text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
@media (min-width: 64rem) {
  .columns:has(> .contents) { grid-template-columns: 16rem minmax(0, 1fr); }
  .columns { padding-top: 2.5rem; }
  .contents { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto; }
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; font-weight: 600; text-wrap: balance; }
h1 { font-size: 2.1rem; margin-top: 0; }
h2 { font-size: 1.45rem; }
h3 { font-size: 1.2rem; }
h4 { font-size: 1.05rem; }
h5, h6 { font-size: 1rem; font-style: italic; }
p, ul, ol, dl, blockquote, pre, .table-frame { margin: 0 0 1em; }
ul, ol { padding-left: 1.6em; }
li > p { margin-bottom: 0.5em; }
li > ul, li > ol { margin-bottom: 0.3em; }
blockquote { padding-left: 1.2em; border-left: 3px solid var(--line); color: var(--soft-ink); }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
code, pre, kbd, samp { font-family: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em; }
pre { padding: 0.8em 1em; background: var(--panel); white-space: pre-wrap; }
.settings { padding: 0; background: none; color: var(--soft-ink); font: 0.8125rem/1.5 var(--label-face); }
img { max-width: 100%; height: auto; }
.table-frame { position: relative; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375em; line-height: 1.45; }
th, td { padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font: 600 0.8125rem/1.45 var(--label-face); color: var(--soft-ink); border-bottom: 2px solid var(--line); }
tbody th { border-bottom: 1px solid var(--line); }
time { white-space: nowrap; }
.align-center { text-align: center; }
.align-right { text-align: right; }
.picture-left-out { font-style: italic; color: var(--soft-ink); }
.picture-left-out:not(:empty)::before { content: "["; }
.picture-left-out:not(:empty)::after { content: "]"; }
li:has(> [class^="task-"]) { list-style: none; }
.footnote-ref { line-height: 0; }
.footnote-ref a { text-decoration: none; }
.footnotes { margin-top: 3em; padding-top: 1em; border-top: 1px solid var(--line); font-size: 0.875em; }
.footnotes p { margin-bottom: 0.4em; }
.hidden-words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.versions { margin-top: 4rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.versions td:nth-child(2) { white-space: nowrap; }
main:has(> .with-record) { max-width: 60rem; }
@media screen and (max-width: 40rem) {
  .contents { max-height: 12rem; padding-bottom: 0.75rem; border-bottom: 1px solid var(--line); overflow-y: auto; }
  h1 { font-size: 1.7rem; }
  .version-list :is(table, thead, tbody, tr, th, td) { display: block; border: 0; padding: 0; }
  .version-list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .version-list tr { padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
  .version-list tbody th::before { content: "Version "; }
  .version-list tbody th + td::before { content: "Effective: "; color: var(--soft-ink); }
  .version-list.with-record td:nth-child(3)::before { content: "Recorded: "; color: var(--soft-ink); }
}
.colophon { border-top: 1px solid var(--line); font: 0.8125rem/1.5 var(--label-face); color: var(--soft-ink); }
@media print {
  :root { --ink: #000000; --soft-ink: #444444; --paper: #ffffff; --panel: #f5f5f5; --line: #bbbbbb; --accent: #000000; color-scheme: light; }
  body { font-size: 10.5pt; line-height: 1.45; orphans: 2; widows: 2; font-variant-ligatures: none; }
  .whole { white-space: nowrap; }
  .skip, .contents, .colophon, .site { display: none; }
  .masthead-inner, .columns { display: block; max-width: none; padding: 0 0 0.75em; }
  .facts { margin-top: 0.5em; }
  .masthead + .columns, .site + .columns { padding-top: 1.5em; }
  main { max-width: none; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; } h4, h5, h6 { font-size: 10.5pt; }
  h1, h2, h3, h4, h5, h6, .leads-on { break-after: avoid; break-inside: avoid; }
  .table-frame { position: static; overflow: visible; } /* a positioned box is painted, and read, behind the rest of its page */
  td:empty::before { content: "–"; color: var(--soft-ink); }
  table { font-size: 9.5pt; line-height: 1.4; }
  th { font-size: 8.5pt; }
  th, td { padding: 0.35em 1.4em 0.35em 0; }
  th:last-child, td:last-child { padding-right: 0; }
  thead { display: table-header-group; }
  tr, img, .task-done, .task-open { break-inside: avoid; }
  .tall-rows, .tall-rows :is(thead, tbody, tr, th, td) { display: block; break-inside: auto; border: 0; padding: 0; }
  .tall-rows td:empty { display: none; }
  .tall-rows thead, .tall-rows tr > :first-child:not(:last-child) { break-inside: avoid; break-after: avoid; }
  .tall-rows tr { padding: 0.5em 0; border-bottom: 1px solid var(--line); }
  .tall-rows :is(th, td) + :is(th, td) { margin-top: 0.6em; padding-left: 1.5em; }
  .versions { margin-top: 2em; }
  .footnote-back { display: none; }
  a { text-decoration: underline; }
}
@page { margin: 20mm 22mm 22mm; }
`;
