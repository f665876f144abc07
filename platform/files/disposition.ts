/**
 * The header by which a browser saves a file under its own name, Chinese included.
 *
 * RFC 6266 with the extended notation of RFC 5987; the plain part is for programs that know no other.
 */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const extended = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}
