import { type CrcVariant, crcOf, crcText } from './frames/crc.ts';
import type { CipherForm, CpItem, Hj212Segment } from './message.ts';
import { sealArea } from './sm4.ts';
import { FIELD_ORDER, type FieldName } from './tables/fields.table.ts';

/** What is written: fields that are null or absent are left out, `flag` included. */
export type Hj212Draft = Partial<
  Pick<Hj212Segment, 'qn' | 'st' | 'cn' | 'pw' | 'mn' | 'flag' | 'pnum' | 'pno' | 'rf'>
> & {
  readonly groups: readonly (readonly Pick<CpItem, 'name' | 'value'>[])[];
};

export type EncodeOptions = {
  readonly crc?: CrcVariant;
  /** encrypts the data area (2025); 16 bytes */
  readonly key?: Uint8Array;
  /** how the cipher is written: the text of 2025 leaves it open, ask the device's maker */
  readonly cipherForm?: CipherForm;
};

const MOST = 9999;
const ESSENTIAL = /[;,=&\r\n]/;

/** An item for a draft: `item('DataTime', '20260101000000')`. */
export const item = (name: string, value: string): CpItem => {
  const dash = name.indexOf('-');
  return dash < 0
    ? { name, code: name, suffix: null, value }
    : { name, code: name.slice(0, dash), suffix: name.slice(dash + 1), value };
};

function check(name: string, value: string): void {
  const free =
    value.startsWith('//') && value.endsWith('//') && value.length >= 4 && !value.slice(2, -2).includes('//');
  const halfFree = value.startsWith('//') && !value.endsWith('//');
  if (ESSENTIAL.test(name) || halfFree || (free ? /&&|\r|\n/.test(value) : /[;,]|&&|\r|\n/.test(value)))
    throw new RangeError(`${name}=${value} would not be read back: it holds a separator`);
}

/** The data segment: fields in the order of the standard, then `CP=&&…&&`; text is UTF-8. */
function segmentOf(draft: Hj212Draft): { head: string; area: string } {
  const values: Readonly<Record<FieldName, string | null | undefined>> = {
    QN: draft.qn,
    ST: draft.st,
    CN: draft.cn,
    PW: draft.pw,
    MN: draft.mn,
    Flag: draft.flag == null ? null : String(draft.flag),
    PNUM: draft.pnum,
    PNO: draft.pno,
    RF: draft.rf,
  };
  let head = '';
  for (const name of FIELD_ORDER) {
    const value = values[name];
    if (value == null) continue;
    if (ESSENTIAL.test(value)) throw new RangeError(`${name}=${value} would not be read back: it holds a separator`);
    head += `${name}=${value};`;
  }
  const area = draft.groups
    .map((group) =>
      group
        .map(({ name, value }) => {
          check(name, value);
          return `${name}=${value}`;
        })
        .join(','),
    )
    .join(';');
  return { head: `${head}CP=&&`, area };
}

/**
 * A whole frame. What a conformant frame decodes to is written back byte by byte. Length and checksum are those of the
 * plain text, also when the area is encrypted. Throws a RangeError for a text that holds separators or is too long.
 */
export function encode(draft: Hj212Draft, { crc = 'hj212', key, cipherForm = 'bytes' }: EncodeOptions = {}): Buffer {
  const { head, area } = segmentOf(draft);
  const segment = Buffer.from(`${head}${area}&&`, 'utf8');
  if (segment.length > MOST) throw new RangeError(`a data segment of ${segment.length} bytes has no four-digit length`);
  const length = String(segment.length).padStart(4, '0');
  const end = `${crcText(crcOf(crc, segment))}\r\n`;
  if (!key) return Buffer.concat([Buffer.from(`##${length}`, 'latin1'), segment, Buffer.from(end, 'latin1')]);
  const sealed = sealArea(Buffer.from(area, 'utf8'), key, cipherForm);
  return Buffer.concat([Buffer.from(`##${length}${head}`, 'utf8'), sealed, Buffer.from(`&&${end}`, 'latin1')]);
}
