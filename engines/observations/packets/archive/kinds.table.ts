/** Days that a month which a person has restored stays in the database before it is archived again. */
export const RESTORED_DAYS = 30;

/** Whole months to keep in the database; then the archive has them. */
export type Retention = { readonly packet: number; readonly packet_replaced: number; readonly kept_frame: number };
export const RETENTION: Retention = { packet: 36, packet_replaced: 36, kept_frame: 12 };
export type ArchiveKind = keyof Retention;

/** What is archived, each with the columns of its file in their order, its time and the order of its rows. */
export const ARCHIVE_KINDS: Readonly<
  Record<ArchiveKind, { readonly columns: readonly string[]; readonly time: string; readonly order: string }>
> = {
  packet: {
    columns: ['device_id', 'span_minutes', 'at', 'received_at', 'source_id', 'flags', 'values'],
    time: 'at',
    order: 'device_id, span_minutes, at',
  },
  packet_replaced: {
    columns: ['device_id', 'span_minutes', 'at', 'received_at', 'replaced_at', 'source_id', 'flags', 'values'],
    time: 'at',
    order: 'device_id, span_minutes, at, replaced_at, received_at, values, flags',
  },
  kept_frame: {
    columns: [
      ...['id', 'received_at', 'protocol', 'identity', 'device_id', 'remote', 'reason', 'detail', 'bytes'],
      'replayed_at',
    ],
    time: 'received_at',
    order: 'id',
  },
};
