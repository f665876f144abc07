import type { DeviationCode } from './deviations.table.ts';

/** One thing a frame does otherwise than its standard says; `field` names where, `found` what, `times` how often. */
export type Deviation = {
  readonly code: DeviationCode;
  readonly field?: string;
  readonly found?: string;
  readonly times: number;
};

/** Collects deviations of one frame; the same one of the same field is counted, so a hostile frame cannot grow the list. */
export class Deviations {
  readonly list: Deviation[] = [];

  add(code: DeviationCode, field?: string, found?: string): void {
    const at = this.list.findIndex((one) => one.code === code && one.field === field);
    const known = this.list[at];
    if (known) this.list[at] = { ...known, times: known.times + 1 };
    else this.list.push({ code, field, found, times: 1 });
  }

  /** Adds what another one has collected. */
  take({ list }: Deviations): void {
    for (const { code, field, found, times } of list) for (let i = 0; i < times; i++) this.add(code, field, found);
  }
}
