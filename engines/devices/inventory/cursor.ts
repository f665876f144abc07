import { z } from 'zod';
import { Refusal } from '#platform/refusal';

const cursor = z.object({ key: z.string(), id: z.int() });
type Cursor = z.infer<typeof cursor>;

export const cursorOf = (at: Cursor): string => Buffer.from(JSON.stringify(at)).toString('base64url');

/** @throws Refusal bad_request */
export function readCursor(text: string): Cursor {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new Refusal('bad_request', {
      zh: '翻页位置有误，请从第一页重新查看。',
      en: 'This is no place in the list: begin with its first page.',
    });
  }
}
