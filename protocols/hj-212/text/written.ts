/**
 * A text and, place by place, its characters as bytes: looking at bytes is several times faster than at a string. What is
 * above 0x7F, in UTF-8 or GBK, stands as one byte 0x80; separators never do.
 */
export type Written = { readonly text: string; readonly codes: Uint8Array };

/** A text of any characters. */
export function written(text: string): Written {
  const codes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    codes[i] = code > 0x7f ? 0x80 : code;
  }
  return { text, codes };
}
