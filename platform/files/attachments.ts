import { Refusal } from '#platform/refusal';

export const MAX_FILES = 10;
export const MAX_FILE_BYTES = 20 << 20;
/** all attachments of one form together: they are held in memory until they are kept */
export const MAX_FORM_BYTES = 60 << 20;

/** What may be attached, by the beginning of its bytes: a name or a declared type is only what somebody says. */
const KINDS = [
  { ending: ['pdf'], type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  { ending: ['png'], type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { ending: ['jpg', 'jpeg'], type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  {
    ending: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: [0x50, 0x4b, 3, 4],
  },
  {
    ending: ['xlsx'],
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    begins: [0x50, 0x4b, 3, 4],
  },
] as const satisfies readonly { ending: readonly string[]; type: string; begins: readonly number[] }[];

/**
 * The media type of a document that may be attached.
 * @throws Refusal document_kind_unknown, document_too_large, document_empty
 */
export function attachmentType(name: string, bytes: Uint8Array): string {
  if (bytes.length === 0)
    throw new Refusal('document_empty', {
      zh: `附件“${name}”是空文件，请重新选择。`,
      en: `The attachment "${name}" is empty; choose it again.`,
    });
  if (bytes.length > MAX_FILE_BYTES)
    throw new Refusal('document_too_large', {
      zh: `附件“${name}”超过20 MB，请压缩或拆分后上传。`,
      en: `The attachment "${name}" is larger than 20 MB; make it smaller or split it.`,
    });
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const kind = KINDS.find(
    (one) => (one.ending as readonly string[]).includes(ending) && one.begins.every((byte, i) => bytes[i] === byte),
  );
  if (kind) return kind.type;
  throw new Refusal('document_kind_unknown', {
    zh: `附件“${name}”不是PDF、Word（.docx）、Excel（.xlsx）或图片（.png、.jpg），请另存为其中一种。`,
    en: `The attachment "${name}" is no PDF, Word (.docx), Excel (.xlsx) or picture (.png, .jpg); save it as one of them.`,
  });
}
