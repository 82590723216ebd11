/**
 * The look of a published comparison. Every kind of change differs by line style as well as by colour, so that it can be told
 * on a grey print and by a colour-blind reader. The views are switched by radio buttons alone.
 */
export const COMPARISON_STYLE = `
:root {
  --ink: #1c2024; --soft-ink: #545b63; --paper: #ffffff; --panel: #f5f6f4; --line: #d5d9d6; --accent: #1d4f73;
  --gone: #8f1d1d; --gone-paper: #fdecea; --new: #0b5a2f; --new-paper: #e5f5ea; --moved: #5b3a8c; --moved-paper: #f0eaf9;
  --text-face: "Codicil Serif", Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", Georgia, serif;
  --label-face: "Codicil Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e6e3; --soft-ink: #a9b0b5; --paper: #16191c; --panel: #1f2427; --line: #3a4146; --accent: #8fc1e3;
    --gone: #ffb4ab; --gone-paper: #3d1a18; --new: #8fdcab; --new-paper: #12301d; --moved: #cdb6f2; --moved-paper: #2a2040;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--text-face); overflow-wrap: break-word; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
header, footer, .columns { max-width: 100rem; margin: 0 auto; padding: 1rem 1.5rem; }
header { border-bottom: 1px solid var(--line); max-width: none; }
header > * { max-width: 97rem; margin-left: auto; margin-right: auto; }
header, footer, .changes, .controls { font-family: var(--label-face); }
h1 { margin-top: 0; margin-bottom: 0.5rem; font-size: 1.5rem; line-height: 1.25; }
.sides, .accounting { margin-top: 0; margin-bottom: 0.5rem; font-size: 0.9375rem; }
.accounting, .limits, footer, .legend { color: var(--soft-ink); font-size: 0.875rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.5rem; margin-bottom: 0; padding: 0; list-style: none; }
.legend del, .legend ins, .legend .moved { font-family: var(--text-face); }
.site { max-width: 100rem; margin: 0 auto; padding: 0.6rem 1.5rem 0; font: 0.875rem/1.5 var(--label-face); }
.site ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.columns { display: grid; gap: 1.5rem 2.5rem; }
main { min-width: 0; }
.changes { font-size: 0.8125rem; line-height: 1.45; max-height: 40vh; overflow-y: auto; }
@media (min-width: 75rem) {
  .columns { grid-template-columns: 19rem minmax(0, 1fr); }
  .changes { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); }
}
.changes h2 { margin: 0 0 0.5rem; font-size: 0.875rem; color: var(--soft-ink); }
.changes ol { margin: 0; padding-left: 2rem; }
.changes li { break-inside: avoid; margin-bottom: 0.6rem; }
.changes .place { display: block; color: var(--soft-ink); }
.controls { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; align-items: center; padding: 0 0 0.75rem; font-size: 0.875rem; }
.controls fieldset { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0; padding: 0; border: 0; }
.controls legend { float: left; padding: 0; font-weight: 600; }
.controls label { display: inline-flex; gap: 0.4rem; align-items: center; cursor: pointer; }
.controls input { accent-color: var(--accent); }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; padding: 0.3rem 0.75rem; border-left: 4px solid transparent; }
.row:target { background: var(--panel); }
.row.changed, .row.deleted, .row.inserted, .row.moved-away, .row.moved-here { border-left-color: var(--accent); }
.heads { position: sticky; top: 0; background: var(--paper); border-bottom: 1px solid var(--line); font: 600 0.875rem/1.5 var(--label-face); }
.side, .flow { min-width: 0; }
.side.none { background: repeating-linear-gradient(135deg, transparent 0 6px, var(--panel) 6px 12px); }
.flow { display: none; grid-column: 1 / -1; max-width: 46rem; }
body:has(#view-inline:checked) .side, body:has(#view-inline:checked) .heads { display: none; }
body:has(#view-inline:checked) .flow { display: block; }
body:has(#only-changes:checked) .row.same { display: none; }
p { margin: 0.35rem 0; }
.h { font-weight: 600; line-height: 1.3; margin: 0.9rem 0 0.35rem; }
.h1 { font-size: 1.6rem; } .h2 { font-size: 1.3rem; } .h3 { font-size: 1.12rem; }
.item { display: flex; gap: 0.6em; margin: 0.1rem 0; }
.item .marker { flex: none; min-width: 1em; text-align: right; color: var(--soft-ink); }
.depth-2 { padding-left: 1.6em; } .depth-3 { padding-left: 3.2em; } .depth-4 { padding-left: 4.8em; } .depth-5 { padding-left: 6.4em; }
.quote { padding-left: 1em; border-left: 3px solid var(--line); }
.raw { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em; white-space: pre-wrap; }
code { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
.cells { display: flex; border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
.cells > span { flex: 1 1 0; min-width: 0; padding: 0.3rem 0.6rem 0.3rem 0; }
.cells.head { font-weight: 600; }
del { color: var(--gone); background: var(--gone-paper); text-decoration: line-through; }
ins { color: var(--new); background: var(--new-paper); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.15em; }
.moved { color: var(--moved); background: var(--moved-paper); text-decoration: underline dotted 2px; text-underline-offset: 0.15em; }
del.moved { text-decoration: line-through dotted 2px; }
.move-note { display: inline-block; margin-right: 0.5em; padding: 0 0.4em; border: 1px dotted currentColor; border-radius: 0.2em; font: 0.75rem/1.5 var(--label-face); color: var(--moved); }
.hidden-words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* As wide a list as the text is long: a long section name must not push the page apart. */
.filters { margin-bottom: 0.75rem; font: 0.875rem/1.5 var(--label-face); }
.filters summary { cursor: pointer; font-weight: 600; margin-bottom: 0.4rem; }
.filters select { max-width: 22rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 0.2rem; }
.selection { font-size: 0.875rem; font-weight: 600; }
@media print {
  :root {
    --ink: #000000; --soft-ink: #444444; --paper: #ffffff; --panel: #f5f5f5; --line: #bbbbbb; --accent: #000000;
    --gone: #8f1d1d; --gone-paper: transparent; --new: #0b5a2f; --new-paper: transparent; --moved: #5b3a8c; --moved-paper: transparent; color-scheme: light;
  }
  body { font-size: 9.5pt; line-height: 1.4; orphans: 2; widows: 2; }
  header, footer, .columns { display: block; max-width: none; padding: 0 0 0.75em; }
  .changes { max-height: none; overflow: visible; margin-bottom: 1.5em; }
  .skip, .controls, .filters, .site { display: none; }
  .heads { position: static; }
  .row { gap: 0 1.5em; padding: 0.1em 0.5em; }
  .h { break-after: avoid; }
  .cells { break-inside: avoid; }
  .changes ol { columns: 2; column-gap: 2em; }
}
@page { margin: 18mm 16mm 20mm; }
`;
