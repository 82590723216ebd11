import type { editor } from 'monaco-editor/editor/editor.api';

/** Reads a design token by its name without the dashes: `#rgb` or `#rrggbb`, as the style sheet has it after minifying. */
export type TokenReader = (name: string) => string;

/** Dresses Monaco in the window's own tokens, so that there is one palette and not two. */
export function buildEditorTheme(dark: boolean, read: TokenReader): editor.IStandaloneThemeData {
  const token = (name: string): string => sixDigits(read(name));
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: hex(token('text')) },
      { token: 'heading', foreground: hex(token('text')), fontStyle: 'bold' },
      { token: 'mark', foreground: hex(token('text-faint')) },
      { token: 'mark.heading', foreground: hex(token('accent-text')), fontStyle: 'bold' },
      { token: 'mark.list', foreground: hex(token('accent-text')) },
      { token: 'strong', fontStyle: 'bold' },
      { token: 'emphasis', fontStyle: 'italic' },
      { token: 'struck', foreground: hex(token('text-muted')), fontStyle: 'strikethrough' },
      { token: 'link', foreground: hex(token('accent-text')) },
      { token: 'target', foreground: hex(token('text-faint')) },
      { token: 'code', foreground: hex(token('info')) },
      { token: 'html', foreground: hex(token('text-faint')) },
      { token: 'comment', foreground: hex(token('text-faint')), fontStyle: 'italic' },
      { token: 'escape', foreground: hex(token('text-faint')) },
    ],
    colors: {
      'editor.background': token('surface-page'),
      'editor.foreground': token('text'),
      'editor.lineHighlightBackground': token('surface-panel'),
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': token('surface-selected'),
      'editor.inactiveSelectionBackground': token('surface-selected-quiet'),
      'editor.findMatchBackground': token('mark-current'),
      'editor.findMatchHighlightBackground': token('mark-find'),
      'editor.findRangeHighlightBackground': token('surface-hover'),
      'editor.rangeHighlightBackground': token('accent-soft'),
      'editor.symbolHighlightBackground': token('accent-soft'),
      'editor.selectionHighlightBackground': token('surface-selected-quiet'),
      'editor.wordHighlightBackground': token('surface-selected-quiet'),
      'editor.wordHighlightTextBackground': token('surface-selected-quiet'),
      'editorCursor.foreground': token('accent'),
      'editorLineNumber.foreground': token('text-faint'),
      'editorLineNumber.activeForeground': token('text'),
      'editorWidget.background': token('surface-raised'),
      'editorWidget.border': token('border-strong'),
      'editorHoverWidget.background': token('surface-raised'),
      'editorHoverWidget.foreground': token('text'),
      'editorHoverWidget.border': token('border-strong'),
      'editorSuggestWidget.selectedBackground': token('surface-selected'),
      'editorSuggestWidget.selectedForeground': token('text'),
      'editorError.foreground': token('error'),
      'editorWarning.foreground': token('warning'),
      'editorInfo.foreground': token('info'),
      'editorGutter.foldingControlForeground': token('text-faint'),
      'editorOverviewRuler.border': '#00000000',
      'input.background': token('surface-page'),
      'input.foreground': token('text'),
      'input.border': token('border-control'),
      'inputOption.activeBackground': token('surface-selected'),
      focusBorder: token('focus'),
      'list.activeSelectionBackground': token('surface-selected'),
      'list.activeSelectionForeground': token('text'),
      'list.focusBackground': token('surface-selected'),
      'list.focusForeground': token('text'),
      'list.hoverBackground': token('surface-hover'),
      'menu.background': token('surface-raised'),
      'menu.foreground': token('text'),
      'menu.selectionBackground': token('surface-selected'),
      'menu.selectionForeground': token('text'),
      'menu.separatorBackground': token('border'),
      'quickInput.background': token('surface-raised'),
      'quickInput.foreground': token('text'),
      'quickInputList.focusBackground': token('surface-selected'),
      'quickInputList.focusForeground': token('text'),
      'pickerGroup.foreground': token('text-muted'),
      'scrollbarSlider.background': `${token('border-strong')}80`,
      'scrollbarSlider.hoverBackground': token('border-strong'),
      'scrollbarSlider.activeBackground': token('border-control'),
      'textLink.foreground': token('accent-text'),
      'widget.shadow': '#00000033',
    },
  };
}

/** Monaco refuses short colours. */
function sixDigits(colour: string): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour);
  if (!short) return colour;
  return `#${short
    .slice(1)
    .map((digit) => digit + digit)
    .join('')}`;
}

function hex(colour: string): string {
  return colour.replace('#', '');
}
