import type { CrcVariant } from './frames/crc.ts';
import type { Deviation } from './tables/deviations.table.ts';
import type { Edition } from './tables/editions.table.ts';

/** One `name=value` of the data area: `a34004-Rtd=35` is code a34004, suffix Rtd; `DataTime=…` has no suffix. */
export type CpItem = {
  readonly name: string;
  readonly code: string;
  readonly suffix: string | null;
  /** as sent, never a number */
  readonly value: string;
};

/** How the data area came: in the clear, or by SM4 as bytes, as hex text, or as the standard prints it, `{0xE4,…}`. */
export type CipherForm = 'bytes' | 'hex' | 'printed';

/** A data segment of HJ 212, read. What a field was not sent is null; nothing that was sent is lost. */
export type Hj212Segment = {
  readonly qn: string | null;
  readonly st: string | null;
  readonly cn: string | null;
  readonly pw: string | null;
  readonly mn: string | null;
  readonly flag: number | null;
  readonly pnum: string | null;
  readonly pno: string | null;
  /** '1' in a re-sent packet (2025) */
  readonly rf: string | null;
  /** by the version bits of Flag; without Flag 2005; null for bits that no edition has */
  readonly edition: Edition | null;
  /** Flag bit 1 */
  readonly hasPacketNo: boolean;
  /** Flag bit 0 */
  readonly needAck: boolean;
  /** fields before the data area that HJ 212 does not have, or has once and were sent again */
  readonly others: readonly (readonly [name: string, value: string])[];
  /** `;` separates groups, `,` the items of a group; in the order of the packet */
  readonly groups: readonly (readonly CpItem[])[];
  readonly cipher: CipherForm | null;
  readonly deviations: readonly Deviation[];
};

/** A frame, read. */
export type Hj212Message = Hj212Segment & {
  /** every byte as it came */
  readonly bytes: Buffer;
  readonly declaredLength: number | null;
  readonly actualLength: number;
  readonly crcText: string | null;
  /** the HJ 212 checksum of the data segment, of its plain text when it was encrypted */
  readonly crc: number;
  /** which computation the sent checksum fits; null: none */
  readonly crcVariant: CrcVariant | null;
  /** whether that variant is one that the caller accepts */
  readonly accepted: boolean;
};

/** factor code → suffix → text */
export type Factors = Readonly<Record<string, Readonly<Record<string, string>>>>;

const record = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** The factors of a message; of an item sent twice the last counts (`groups` keeps both). */
export function factorsOf({ groups }: Pick<Hj212Segment, 'groups'>): Factors {
  const factors = record<Record<string, string>>();
  for (const group of groups)
    for (const { code, suffix, value } of group)
      if (suffix !== null) {
        factors[code] ??= record<string>();
        factors[code][suffix] = value;
      }
  return factors;
}

/** The items that are no factors: DataTime, PolId, RtdInterval … */
export function fieldsOf({ groups }: Pick<Hj212Segment, 'groups'>): Readonly<Record<string, string>> {
  const fields = record<string>();
  for (const group of groups) for (const { name, suffix, value } of group) if (suffix === null) fields[name] = value;
  return fields;
}

/** One such item, its name in any case; null when it was not sent. */
export function fieldOf({ groups }: Pick<Hj212Segment, 'groups'>, name: string): string | null {
  const wanted = name.toLowerCase();
  for (const group of groups)
    for (const item of group) if (item.suffix === null && item.name.toLowerCase() === wanted) return item.value;
  return null;
}
