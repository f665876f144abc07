import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CRC_VARIANTS,
  decode,
  EDITIONS,
  type Edition,
  encode,
  type Hj212Draft,
  type Hj212Message,
  item,
} from './index.ts';

const FRAMES = join(import.meta.dirname, '../../tests/vectors/frames/hj212.jsonl');
const captured = readFileSync(FRAMES, 'utf8')
  .trim()
  .split('\n')
  .map((line) => Buffer.from((JSON.parse(line) as { frame: string }).frame, 'utf8'));

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9A-F]{${length}}$`));
const value = fc.oneof(
  fc.stringMatching(/^-?\d{1,5}(\.\d{1,4})?$/),
  fc.constantFrom('N', 'D', ''),
  fc.stringMatching(/^[^;,&\r\n/ \ufeff\ud800-\udfff]{0,12}$/u),
  fc.stringMatching(/^[^&\r\n/\ufeff\ud800-\udfff]{0,12}$/u).map((text) => `//${text}//`),
);
const name = fc.stringMatching(/^[aw]\d{5}-(Rtd|Avg|Min|Max|Cou)$/);
const groups = fc.array(
  fc.uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 5, selector: ([text]) => text }),
  { maxLength: 12 },
);

/** Messages as each edition writes them. */
const message = fc.constantFrom<Edition>('2005', '2017', '2025').chain((edition) =>
  fc
    .record({
      qn: digits(17),
      st: digits(2),
      cn: digits(4).filter((cn) => !cn.startsWith('901')),
      pw: digits(6),
      mn: hex(EDITIONS[edition].mnLength),
      ask: fc.boolean(),
      part: fc.option(fc.tuple(digits(4), digits(4))),
      rf: edition === '2025' ? fc.constantFrom(null, '1') : fc.constant(null),
      groups,
    })
    .map(
      ({ ask, part, groups: area, ...fields }): Hj212Draft => ({
        ...fields,
        flag: (EDITIONS[edition].versionBits << 2) | (part ? 2 : 0) | (ask ? 1 : 0),
        pnum: part?.[0] ?? null,
        pno: part?.[1] ?? null,
        groups: area.map((group) => group.map(([text, its]) => item(text, its))),
      }),
    ),
);

describe('what is written is read as it was meant', () => {
  it('of any edition, with any checksum', () => {
    fc.assert(
      fc.property(message, fc.constantFrom(...CRC_VARIANTS), (draft, crc) => {
        const bytes = encode(draft, { crc });
        const read = decode(bytes, { accept: [crc] }) as Hj212Message;
        expect(read).toMatchObject({ ...draft, accepted: true });
        expect(read.bytes.equals(bytes)).toBe(true);
        expect(encode(read, { crc }).equals(bytes)).toBe(true);
        if (crc === 'hj212' && bytes.length <= 1024) expect(read.deviations).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
  it('encrypted in any form', () => {
    const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(message, key, fc.constantFrom('bytes', 'hex', 'printed'), (draft, secret, cipherForm) => {
        const sent = { ...draft, flag: 9, pnum: null, pno: null };
        const bytes = encode(sent, { key: secret, cipherForm });
        const read = decode(bytes, { key: secret }) as Hj212Message;
        expect(read.groups).toEqual(draft.groups);
        expect(read).toMatchObject({ accepted: true, actualLength: encode(sent).length - 12 });
      }),
      { numRuns: 80 },
    );
  });
});

describe('captured frames', () => {
  it('that keep to the standard are written back byte by byte', () => {
    const conformant = captured
      .map((bytes) => ({ bytes, read: decode(bytes) }))
      .filter(({ read }) => !read?.deviations.length);
    expect(conformant.length).toBeGreaterThan(15);
    for (const { bytes, read } of conformant) expect(encode(read as Hj212Message).toString()).toBe(bytes.toString());
  });
});

describe('what would not be read back is refused', () => {
  const draft = (value: string, qn = '20260101080000123'): Hj212Draft => ({ qn, groups: [[item('x-Info', value)]] });
  it.each(['a;b', 'a,b', 'a&&b', 'a\r\nb', '//a'])('the value %j', (value) =>
    expect(() => encode(draft(value))).toThrow(RangeError),
  );
  it('a separator in the header, a segment without a four-digit length', () => {
    expect(() => encode(draft('1', '1;ST=22'))).toThrow(RangeError);
    expect(() => encode(draft('x'.repeat(10_000)))).toThrow(/four-digit/);
  });
});
