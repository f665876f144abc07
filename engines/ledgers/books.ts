import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { type LedgerDefinition, type LedgerRegistry, ledgerRegistry } from './definition.ts';
import { ledgerDefinition, requireSound } from './definition-schema.ts';
import { markWhileEmpty } from './entry/anew.ts';
import { columnHasValues, declaredLedgers, ensureLedger, newestOf, putDeclared } from './store.ts';

/**
 * All ledgers of this house: those that the chapters declare and those that an administrator has declared. A declared one
 * stands in the database and is read again each time, so that every process has it at once.
 */
export class LedgerBooks {
  readonly #chapters: LedgerRegistry;
  readonly #made = new Set<string>();
  readonly version: string;

  /** @param version of the program: what its rules compute of entries is computed anew in each */
  constructor(chapters: readonly LedgerDefinition[], version = '') {
    this.version = version;
    this.#chapters = ledgerRegistry(chapters);
  }

  get ofChapters(): readonly LedgerDefinition[] {
    return this.#chapters.all;
  }

  async all(db: Db): Promise<LedgerDefinition[]> {
    const declared = await declaredLedgers(db);
    return [...this.#chapters.all, ...declared.map(({ definition }) => definition as LedgerDefinition)];
  }

  /** A ledger, ready to be written. @throws Refusal not_found */
  async need(db: Db, id: string): Promise<LedgerDefinition> {
    const own = this.#chapters.find(id);
    const found =
      own ?? ((await declaredLedgers(db)).find((one) => one.id === id)?.definition as LedgerDefinition | undefined);
    if (!found)
      throw new Refusal('not_found', {
        zh: '没有这个台账，请从台账目录中选择。',
        en: 'There is no such ledger; choose one from the list.',
      });
    await this.#ready(db, found);
    return found;
  }

  async #ready(db: Db, definition: LedgerDefinition): Promise<void> {
    const mark = `${definition.id} ${definition.columns.map(({ id, filter, sort, type }) => `${id}${filter}${sort}${type === 'entry'}`)}`;
    if (this.#made.has(mark)) return;
    await ensureLedger(db, definition);
    await markWhileEmpty(db, definition, this.version);
    this.#made.add(mark);
  }

  /** What is written already stays readable: a column with values keeps its type, and the key stays what it is. */
  async #requireKept(db: Db, before: LedgerDefinition, after: LedgerDefinition): Promise<void> {
    const changed = before.columns.filter(({ id, type }) => after.columns.find((one) => one.id === id)?.type !== type);
    for (const { id, title } of changed)
      if (await columnHasValues(db, before.id, id))
        throw new Refusal('bad_request', {
          zh: `列“${title.zh}”已有数据，不能删除或改变类型；可改名称，或另加一列。`,
          en: `${title.en} has values already: it cannot go or change its type; rename it or add another column.`,
        });
    if (before.key.join() !== after.key.join() && (await newestOf(db, before.id)) !== null)
      throw new Refusal('bad_request', {
        zh: '台账已有记录，不能改变识别列；如需不同的识别方式请另建台账。',
        en: 'The ledger has entries: the columns that tell them apart cannot change; declare another ledger.',
      });
  }

  /** Declares a ledger, or declares it anew. @throws Refusal bad_request, already_exists (a chapter has it) */
  async declare(db: Db, given: unknown, byName: string): Promise<LedgerDefinition> {
    const parsed = ledgerDefinition.safeParse(given);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      throw new Refusal('bad_request', {
        zh: `台账定义的 ${issue.path.join('.')} 不对：${issue.message}。`,
        en: `The declaration's ${issue.path.join('.')} is not right: ${issue.message}.`,
      });
    }
    const definition = parsed.data as LedgerDefinition;
    requireSound(
      definition,
      (await this.all(db)).map(({ id }) => id),
    );
    if (this.#chapters.find(definition.id))
      throw new Refusal('already_exists', {
        zh: `系统已有台账 ${definition.id}，请换一个编号。`,
        en: `The ledger ${definition.id} is part of the system: choose another id.`,
      });
    const before = (await declaredLedgers(db)).find(({ id }) => id === definition.id)?.definition as
      | LedgerDefinition
      | undefined;
    if (before) await this.#requireKept(db, before, definition);
    await putDeclared(db, definition.id, definition, byName);
    await this.#ready(db, definition);
    return definition;
  }
}
