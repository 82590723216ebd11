/** What a window is painted with before its page is, so that nothing flashes: the same as `--surface-chrome` of the page. */
export const windowBackground = { light: '#eef0f1', dark: '#1b2023' } as const;
