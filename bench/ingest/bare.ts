type Row = {
  at: Date;
  received_at: Date;
  device_id: number;
  source_id: number;
  span_minutes: number;
  values: (number | null)[];
  flags: string;
};

/** Rows as the text of a COPY in CSV, prepared before the clock starts. */
export const packetCopyForBench = (rows: readonly Row[]): Buffer =>
  Buffer.from(
    rows
      .map(
        (r) =>
          `${r.at.toISOString()},${r.received_at.toISOString()},${r.device_id},${r.source_id},${r.span_minutes},"{${r.values.map((v) => v ?? 'NULL').join(',')}}",${r.flags}\n`,
      )
      .join(''),
  );
