import { readFileSync } from 'node:fs';
import { readDistrict, storeDistrict } from '#engines/district';
import {
  bindPlan,
  indicatorRegistry,
  livingTableOf,
  readBindings,
  reconcileIndicators,
  valuesAsOf,
} from '#engines/indicators';
import { landInspections, type NewInspection } from '#engines/inspections';
import { createEntry, type Names, namesOf } from '#engines/ledgers';
import { adoptFromDocument } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import type { Db } from '#platform/store';
import { indicators, ledgers } from '../../app/definitions.ts';
import { otherRules } from './rules.ts';

const XICHENG = '110102';
const PLAN = 'districts/xicheng/plan-2021/xicheng-2021.docx';
const NOBODY = { accountId: null, name: '王敏' };
export const TODAY = '2021-11-08';

type Values = Record<string, unknown>;
type Scope = { readonly kind: 'street' | 'unit'; readonly code: string };
export type Shown = {
  value: string | null | undefined;
  asked: string | undefined;
  lamp: string;
  excluded: number;
};

/** The plan of 2021 adopted from its document and bound, with hands to keep entries, make visits and see figures. */
export class PlanOf2021 {
  readonly #db: Db;
  readonly #clock = fixedClock(TODAY);
  #names!: Names;
  #visits = 0;
  readonly #said: { indicator: string; asOf: string; scope: Scope | undefined; shown: Shown }[] = [];

  constructor(db: Db) {
    this.#db = db;
  }

  async adopt(): Promise<void> {
    const db = this.#db;
    await storeDistrict(db, await readDistrict('districts/xicheng'));
    await adoptFromDocument(
      { db },
      {
        districtCode: XICHENG,
        name: 'xicheng-2021.docx',
        bytes: readFileSync(PLAN),
        effectiveOn: '2021-01-01',
        adoptedOn: '2021-03-01',
        adoptedBy: NOBODY,
        acceptUncertain: true,
      },
    );
    const bindings = await readBindings('districts/xicheng/plan-2021/bindings.yaml', indicators);
    await bindPlan(db, XICHENG, { year: 2021, bindings });
    this.#names = await namesOf(db, XICHENG, TODAY);
  }

  /** Keeps entries as a person would write them today. @returns their ids */
  async keep(ledger: string, ...entries: Values[]): Promise<number[]> {
    return this.keepOn(TODAY, ledger, ...entries);
  }

  /** Keeps entries as a person would have written them on a day. */
  async keepOn(day: string, ledger: string, ...entries: Values[]): Promise<number[]> {
    const definition = await ledgers.need(this.#db, ledger);
    const deps = { db: this.#db, clock: fixedClock(day), names: this.#names };
    const ids: number[] = [];
    for (const values of entries) ids.push(await createEntry(deps, definition, NOBODY, { values, place: null }));
    return ids;
  }

  /** A visit of a kind on a day; sound unless `found` says when what was found was mended (null: not yet). */
  visit(
    kind: string,
    visited_on: string,
    { found, ...more }: Partial<Omit<NewInspection, 'found'>> & { found?: readonly (string | null)[] } = {},
  ): NewInspection {
    return {
      kind,
      client_id: `00000000-0000-4000-8000-${String(++this.#visits).padStart(12, '0')}`,
      ledger: null,
      entry_id: null,
      entry_key: null,
      name: '月坛北街',
      street_code: '110102007',
      unit_id: 'ecology-environment-bureau',
      joint: [],
      lon: null,
      lat: null,
      visited_on,
      visited_at: null,
      at_night: false,
      answers: {},
      values: {},
      penalty: null,
      words: '',
      follows_id: null,
      by_id: null,
      by_name: '王敏',
      simulated: false,
      found: (found ?? []).map((mended_on) => ({
        item: 'covered',
        words: '发现问题',
        severity: 'serious',
        due_on: '2021-12-31',
        mended_on,
        mended_words: null,
      })),
      ...more,
    };
  }

  async visited(...visits: NewInspection[]): Promise<void> {
    await landInspections(this.#db, visits);
  }

  async reconcile(): Promise<void> {
    await reconcileIndicators(this.#db, { registry: indicators, districtCode: XICHENG, today: TODAY });
  }

  /** What a measure's row shows of one figure as of a day; of the district, or of a street or unit. */
  async shown(measure: string, indicator: string, asOf = TODAY, scope?: Scope): Promise<Shown> {
    const table = await livingTableOf(
      { db: this.#db, districtCode: XICHENG, clock: this.#clock, registry: indicators },
      { year: 2021, asOf, scope: scope && { ...scope, name: { zh: '', en: '' } } },
    );
    const row = table.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures)).find(({ id }) => id === measure);
    const state = row?.indicators.find(({ id }) => id === indicator);
    if (!state) throw new Error(`measure ${measure} does not show ${indicator}`);
    const shown = {
      value: state.value,
      asked: state.target?.text.zh,
      lamp: state.judgement,
      excluded: state.evidence.excluded,
    };
    this.#said.push({ indicator, asOf, scope, shown });
    return shown;
  }

  /**
   * The rules of the figures shown so far that made no difference to any of them: leave such a rule out and whatever was said
   * of the figure would still be true.
   */
  async unsaidRules(): Promise<string[]> {
    const others = [...new Set(this.#said.map(({ indicator }) => indicator))].flatMap((id) => {
      const definition = indicators.find(id);
      return definition?.how ? otherRules(definition.how).map((other) => ({ ...other, id, definition })) : [];
    });
    const named = others.map((other, n) => ({ ...other, as: `other.rule-${n}` }));
    await reconcileIndicators(this.#db, {
      registry: indicatorRegistry(named.map(({ definition, how, as }) => ({ ...definition, how, id: as }))),
      districtCode: XICHENG,
      today: TODAY,
    });
    const differs = new Set<string>();
    for (const { indicator, asOf, scope, shown } of this.#said) {
      const of = named.filter(({ id, as }) => id === indicator && !differs.has(as)).map(({ as }) => as);
      const found = await valuesAsOf(this.#db, of, scope ?? { kind: 'district', code: XICHENG }, 2021, asOf);
      for (const as of of) {
        const other = found.get(as);
        if ((other?.value ?? null) !== (shown.value ?? null) || (other?.excluded ?? 0) !== shown.excluded)
          differs.add(as);
      }
    }
    return named.filter(({ as }) => !differs.has(as)).map(({ id, rule }) => `${id} ${rule}`);
  }
}
