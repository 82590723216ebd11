/** The kinds of letters a writer may choose for the text. */
export const EDITOR_FONTS = ['sans', 'serif', 'mono'] as const;
export type EditorFont = (typeof EDITOR_FONTS)[number];

/** The remembered choice, or the default where there is none that is known. */
export function editorFont(stored: string): EditorFont {
  return EDITOR_FONTS.find((font) => font === stored) ?? 'sans';
}

/** The token that names a font's families. */
export const FONT_TOKENS: Readonly<Record<EditorFont, string>> = {
  sans: '--font-ui',
  serif: '--font-serif',
  mono: '--font-mono',
};
