import type { Provenance } from '#engines/evaluation';
import type { Clock } from '#platform/clock';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Month } from './period.ts';
import type { BulletinBlock, Coverage } from './wire.ts';

/** What a definition composes from: the database as it is now, the district, and the month asked for. */
export type ComposeContext = {
  readonly db: Db;
  readonly districtCode: string;
  readonly districtName: Sentence;
  readonly clock: Clock;
  readonly month: Month;
};

/** A bulletin without its number and date: what the three renderings (web page, docx, pdf) are made of. */
export type Composed = {
  readonly title: string;
  readonly blocks: readonly BulletinBlock[];
  /** documents whose rules the figures follow, as printed */
  readonly editions: readonly string[];
  /** the last hour that counts, as printed: 2021年10月31日24时 */
  readonly cutOff: Sentence;
  readonly validity: Sentence;
  readonly provenance: readonly Provenance[];
};

/** One kind of bulletin, declared by a chapter. */
export type BulletinDefinition = {
  /** 'air' */
  readonly id: string;
  readonly title: Sentence;
  readonly period: 'month';
  /** how much there is to report of a month, before anything is composed */
  readonly coverage?: (context: ComposeContext) => Promise<Coverage>;
  /** @throws Refusal period_has_no_data when there is nothing to report */
  readonly compose: (context: ComposeContext) => Promise<Composed>;
};

export type BulletinRegistry = {
  readonly all: readonly BulletinDefinition[];
  /** @throws Refusal not_found: names the kinds that exist */
  of(kind: string): BulletinDefinition;
};

/** The kinds of bulletins of this installation, each id once. */
export function bulletinRegistry(definitions: readonly BulletinDefinition[]): BulletinRegistry {
  const byId = new Map(definitions.map((one) => [one.id, one]));
  if (byId.size !== definitions.length) throw new Error('two bulletin definitions share an id');
  return {
    all: definitions,
    of(kind) {
      const found = byId.get(kind);
      if (found) return found;
      const kinds = [...byId.keys()].join('、');
      throw new Refusal(
        'not_found',
        {
          zh: `没有“${kind}”这种通报，可用的种类：${kinds}。`,
          en: `There is no bulletin of kind "${kind}"; there are: ${kinds.replaceAll('、', ', ')}.`,
        },
        { kind },
      );
    },
  };
}
