/** What of a person or vehicle a field tells; `masked` hides it in logs. */
export type Personal =
  | 'vin'
  | 'plate'
  | 'iccid'
  | 'phone'
  | 'imei'
  | 'secret'
  /** degrees */
  | 'place'
  /** millionths of a degree */
  | 'place-micro'
  /** hex that no table could read */
  | 'unread';

type Named = {
  /** key of the decoded record, with its unit where it has one */
  readonly name: string;
  /** what the standard calls it */
  readonly zh: string;
  readonly personal?: Personal;
};

/** A measured quantity: all bits set is invalid (null); with `abnormal`, one less is abnormal. */
export type NumberRow = Named & {
  readonly kind: 'number';
  readonly bytes: 1 | 2 | 4;
  /** as the standard prints it; '1' when absent */
  readonly step?: string;
  readonly offset?: number;
  readonly unit: string;
  readonly abnormal?: true;
};
/** A serial number, a count: every value means itself. */
export type CountRow = Named & { readonly kind: 'count'; readonly bytes: 1 | 2 | 4 };
/** Bits, each with a meaning of its own: every value means itself. */
export type FlagsRow = Named & { readonly kind: 'flags'; readonly bytes: 1 | 2 | 4 };
/** One of a list of values; `invalid` where the standard's invalid is not FF, `abnormal` as for numbers. */
export type CodeRow = Named & {
  readonly kind: 'code';
  readonly bytes: 1;
  readonly values: Readonly<Record<number, string>>;
  readonly invalid?: number;
  readonly abnormal?: true;
};
/** A text filled up with 00; all FF is invalid (null). 'rest' reaches to the end of the data. */
export type TextRow = Named & { readonly kind: 'text'; readonly bytes: number | 'rest'; readonly charset?: 'gbk' };
/** A text whose length stands before it in one byte. */
export type CountedTextRow = Named & { readonly kind: 'counted-text' };
/** Bytes whose meaning is not this standard's. */
export type HexRow = Named & { readonly kind: 'hex'; readonly bytes: number | 'rest' };
/** Six bytes YY MM DD hh mm ss in Beijing time, binary or BCD. */
export type TimeRow = Named & { readonly kind: 'time' | 'bcd-time' };
/** Records whose number stands before them; `absent`: a count of FF is invalid (null), one less is abnormal. */
export type ListRow = Named & {
  readonly kind: 'list';
  readonly countBytes: 1 | 2;
  readonly of: readonly FieldRow[];
  readonly absent?: true;
};
/** Single values whose number stands before them. */
export type SeriesRow = Named & {
  readonly kind: 'series';
  readonly countBytes: 1 | 2;
  readonly of: NumberRow | HexRow | CountRow;
  readonly absent?: true;
};
/** Texts of one length: their number, their length, then they themselves. */
export type TextsRow = Named & { readonly kind: 'texts' };

export type FieldRow =
  | NumberRow
  | CountRow
  | FlagsRow
  | CodeRow
  | TextRow
  | CountedTextRow
  | HexRow
  | TimeRow
  | ListRow
  | SeriesRow
  | TextsRow;

/** 'abnormal' is what a device says of a sensor that answers nonsense; it is neither a value nor missing. */
export type Abnormal = 'abnormal';
export type Texts = { readonly length: number; readonly texts: readonly (string | null)[] };

type Marked<Row, Value> = Row extends { readonly abnormal: true } | { readonly absent: true }
  ? Value | null | Abnormal
  : Value;
/** What a row decodes to. */
export type FieldValue<Row> = Row extends { readonly kind: 'number' | 'code' }
  ? Marked<Row, number | null>
  : Row extends { readonly kind: 'count' | 'flags' }
    ? number
    : Row extends { readonly kind: 'hex' | 'counted-text' }
      ? string
      : Row extends { readonly kind: 'text' | 'time' | 'bcd-time' }
        ? string | null
        : Row extends { readonly kind: 'texts' }
          ? Texts
          : Row extends { readonly kind: 'list'; readonly of: infer Of extends readonly FieldRow[] }
            ? Marked<Row, readonly RecordOf<Of>[]>
            : Row extends { readonly kind: 'series'; readonly of: infer Of }
              ? Marked<Row, readonly FieldValue<Of>[]>
              : never;

/** The record a table of rows decodes to, key by key. */
export type RecordOf<Rows extends readonly FieldRow[]> = {
  readonly [Row in Rows[number] as Row['name']]: FieldValue<Row>;
};

/** A number, or null when a device called it invalid or abnormal. */
export const measured = (value: number | null | Abnormal): number | null => (typeof value === 'number' ? value : null);
