declare module 'subset-font' {
  /** A font reduced to the characters of `text`. */
  const subsetFont: (
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'sfnt' | 'woff' | 'woff2' },
  ) => Promise<Uint8Array>;
  export = subsetFont;
}
