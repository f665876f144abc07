// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f]/g;

/** What a name on a link may be: neither empty nor longer than so, without control characters (PostgreSQL takes no NUL). */
export const isPlainName = (text: string, longest: number): boolean =>
  text.length > 0 && text.length <= longest && !CONTROL.test(text);

/** A text from outside as it may stand in the store, cut to a length. */
export const plainText = (text: string, longest: number): string => text.slice(0, longest).replace(CONTROLS, '\ufffd');
