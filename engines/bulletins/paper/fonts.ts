import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unwrapWoff } from './woff.ts';

/** The faces of the paper edition; they ship with the npm packages (Noto CJK, SIL Open Font License). */
const FACES = {
  'serif-400': '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff',
  'serif-700': '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-700-normal.woff',
  'sans-400': '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
  'sans-700': '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff',
} as const;
export type Face = keyof typeof FACES;
export const FACE_NAMES = Object.keys(FACES) as Face[];

const resolve = createRequire(import.meta.url).resolve;
const unwrapped = new Map<Face, Buffer>();

/** A face as a TrueType file; unwrapped once and kept. */
export function fontFile(face: Face): Buffer {
  const known = unwrapped.get(face);
  if (known) return known;
  const file = unwrapWoff(readFileSync(resolve(FACES[face])));
  unwrapped.set(face, file);
  return file;
}
