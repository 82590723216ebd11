/** What XML 1.0 section 2.2 leaves out, and the control characters U+007F to U+009F that it advises against. */
const NOT_IN_XML = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

/** Text that XML 1.0 can hold: other control characters go, half a surrogate pair becomes the replacement character. */
export function xmlText(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(NOT_IN_XML, '');
}
