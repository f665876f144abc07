import { Refusal } from '#platform/refusal';

export const MOST_FILES = 10;
export const MOST_FILE_BYTES = 15 << 20;
/** all of one entry together: they are held in memory until they are kept */
export const MOST_ENTRY_BYTES = 60 << 20;

/** Photos and certificates, by the beginning of their bytes: a name is only what somebody says. */
const KINDS = [
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
] as const;

/** @throws Refusal document_kind_unknown, document_empty */
export function pictureType(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0)
    throw new Refusal('document_empty', {
      zh: `“${name}”是空文件，请重新选择。`,
      en: `“${name}” is empty; choose it again.`,
    });
  const kind = KINDS.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte));
  if (kind) return kind.type;
  throw new Refusal('document_kind_unknown', {
    zh: `“${name}”不是照片（.jpg、.png）或 PDF，请另存为其中一种。`,
    en: `“${name}” is no photo (.jpg, .png) or PDF; save it as one of them.`,
  });
}
