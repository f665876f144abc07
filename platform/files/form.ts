import type { FastifyRequest } from 'fastify';
import { Refusal } from '#platform/refusal';
import { MAX_FILE_BYTES, MAX_FILES, MAX_FORM_BYTES } from './attachments.ts';

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };
export type GivenForm = { readonly fields: ReadonlyMap<string, string>; readonly files: readonly GivenFile[] };

/**
 * The fields and files of a form (multipart/form-data), held in memory.
 * @throws Refusal bad_request: it is no such form; too_large
 */
export async function readForm(request: FastifyRequest): Promise<GivenForm> {
  if (!request.isMultipart())
    throw new Refusal('bad_request', {
      zh: '请用表单（multipart/form-data）提交。',
      en: 'Send a form (multipart/form-data).',
    });
  const fields = new Map<string, string>();
  const files: GivenFile[] = [];
  let held = 0;
  const limits = { fileSize: MAX_FILE_BYTES, files: MAX_FILES, fields: 30, fieldSize: 64 << 10 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      held += bytes.length;
      if (held > MAX_FORM_BYTES)
        throw new Refusal('too_large', {
          zh: `一次提交的附件合计不超过${MAX_FORM_BYTES >> 20} MB，请分次提交。`,
          en: `The attachments of one form have at most ${MAX_FORM_BYTES >> 20} MB together; send them in parts.`,
        });
      if (part.filename) files.push({ name: part.filename, bytes });
    } else fields.set(part.fieldname, String(part.value));
  }
  return { fields, files };
}
