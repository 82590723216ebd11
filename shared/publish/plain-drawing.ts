/** What a logo has no need of: scripts, handlers, foreign markup, entities, and anything outside the file. */
const SUSPICIOUS =
  /<!doctype|<!entity|<\?xml-stylesheet|<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|object|embed|audio|video|a|use|set|animate\w*|handler|listener)\b|\son[a-z]+\s*=|javascript:|@import|url\(\s*["']?\s*(?!#|["'])|href\s*=\s*(?!\s*["']#)/i;
const ADDRESS = /^data:image\/svg\+xml;base64,([a-z0-9+/=]+)$/i;

/**
 * True for an SVG drawing that only draws. Others are refused rather than cleaned: whoever has a logo with scripts in it has a plain one too.
 * Inside an `img` element nothing of it could act in any case (SVG 2, 2.6, secure static mode).
 */
export function isPlainDrawing(svg: string): boolean {
  return /<svg[\s>]/i.test(svg) && !SUSPICIOUS.test(svg);
}

/** The same for a `data:` address of a drawing. */
export function isPlainDrawingAddress(address: string): boolean {
  const encoded = ADDRESS.exec(address)?.[1];
  return encoded !== undefined && isPlainDrawing(atob(encoded));
}
