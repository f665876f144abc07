import { type CrcVariant, encode, type Hj212Draft } from '#protocols/hj-212';
import type { FaultName } from '../faults.table.ts';

const CRC_AND_END = 6;
const CRC_OF_FAULT: Partial<Record<FaultName, CrcVariant>> = {
  'crc-modbus': 'modbus-high-byte-first',
  'crc-modbus-swapped': 'modbus-low-byte-first',
};

/** What is already wrong before it is a frame. */
function spoiltDraft(draft: Hj212Draft, fault: FaultName | null): Hj212Draft {
  const renamed = (rename: (name: string) => string, revalue: (name: string, value: string) => string) => ({
    ...draft,
    groups: draft.groups.map((group) =>
      group.map(({ name, value }) => ({ name: rename(name), value: revalue(name, value) })),
    ),
  });
  if (fault === 'qn-missing') return { ...draft, qn: null };
  if (fault === 'names-upper-case')
    return renamed(
      (name) => name.toUpperCase(),
      (_, value) => value,
    );
  if (fault === 'flags-lower-case')
    return renamed(
      (name) => name,
      (name, value) => (name.endsWith('-Flag') ? value.toLowerCase() : value),
    );
  return draft;
}

/** A frame as a device with this fault writes it. */
export function frameOf(draft: Hj212Draft, crc: CrcVariant, fault: FaultName | null): Buffer {
  const bytes = encode(spoiltDraft(draft, fault), { crc: (fault && CRC_OF_FAULT[fault]) ?? crc });
  const end = bytes.length - CRC_AND_END;
  const text = () => bytes.toString('latin1');
  switch (fault) {
    case 'crc-lower-case':
      return Buffer.from(text().slice(0, end) + text().slice(end).toLowerCase(), 'latin1');
    case 'crc-constant':
      return Buffer.from(`${text().slice(0, end)}FFFF\r\n`, 'latin1');
    case 'length-wrong':
      return Buffer.from(`##${String(bytes.length - 12 - 7).padStart(4, '0')}${text().slice(6)}`, 'latin1');
    case 'trailing-bytes':
      return Buffer.from(`${text().slice(0, -2)}\0\0\r\n`, 'latin1');
    case 'trailing-semicolon': {
      // the device counts and sums what it sends: only the area is odd
      const area = { ...draft, groups: [...draft.groups, []] };
      return encode(area, { crc });
    }
    case 'stars':
      return Buffer.from(`${text().slice(0, -2)}**`, 'latin1');
    default:
      return bytes;
  }
}
