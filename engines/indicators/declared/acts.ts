import { type Acting, record } from '#platform/audit';
import { enqueue, FIGURES_TASK } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { servedMeasures } from '../bind/serves.ts';
import type { IndicatorRegistry } from '../definition.ts';
import type { How } from '../verbs/definition.ts';
import { type Declared, howFaults } from '../verbs/faults.ts';
import { type DeclaredIndicator, declaredIndicator, type IndicatorDeclaration } from './schema.ts';
import { declaredIndicators, dropDeclaredIndicator, freshen, putDeclaredIndicator } from './store.ts';

export type DeclareDeps = {
  db: Db;
  districtCode: string;
  registry: IndicatorRegistry;
  /** every ledger and kind of inspection that evidence may come from */
  sources: () => Promise<Declared>;
};

/**
 * Declares an indicator over any ledger or inspection, or declares it anew; its figures follow from what is there.
 * @throws Refusal bad_request: the declaration does not hold together; already_exists: a chapter has it
 */
export async function declareIndicator(deps: DeclareDeps, actor: Acting, given: unknown): Promise<DeclaredIndicator> {
  const { db, registry } = deps;
  const parsed = declaredIndicator.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Refusal('bad_request', {
      zh: `指标定义的 ${issue.path.join('.') || '内容'} 不对：${issue.message}。`,
      en: `The declaration's ${issue.path.join('.') || 'content'} is not right: ${issue.message}.`,
    });
  }
  const definition = parsed.data;
  if (registry.ofChapters.some(({ id }) => id === definition.id))
    throw new Refusal('already_exists', {
      zh: `系统已有指标 ${definition.id}，请换一个编号。`,
      en: `The indicator ${definition.id} is part of the system: choose another id.`,
    });
  const [fault] = howFaults(definition.how as How, await deps.sources());
  if (fault) throw new Refusal('bad_request', fault, { indicator: definition.id });
  await db.transaction().execute(async (tx) => {
    await putDeclaredIndicator(tx, definition, actor.name);
    await record(tx, actor, {
      action: 'indicator.declare',
      subjectKind: 'indicator',
      subjectId: definition.id,
      after: definition,
    });
    await enqueue(tx, FIGURES_TASK);
  });
  await freshen(db, registry, true);
  return definition;
}

/** @throws Refusal not_found: it is of a chapter, or there is none */
export async function declarationOf({ db }: DeclareDeps, id: string): Promise<IndicatorDeclaration> {
  const row = (await declaredIndicators(db)).find((one) => one.id === id);
  if (!row) throw notDeclared(id);
  return { definition: row.definition, changedBy: row.changed_by_name, changedAt: row.changed_at.toISOString() };
}

/** Takes a declared indicator out. @throws Refusal not_found; not_in_this_state: measures are served by it */
export async function dropIndicator(deps: DeclareDeps, actor: Acting, id: string): Promise<void> {
  const { db, districtCode, registry } = deps;
  const before = await declarationOf(deps, id);
  const serves = (await servedMeasures(db, districtCode)).get(id) ?? [];
  if (serves.length > 0) {
    const [zh, en] = [
      serves.map(({ year, measureId }) => `${year}年${measureId}`).join('、'),
      serves.map(({ year, measureId }) => `${measureId} of ${year}`).join(', '),
    ];
    throw new Refusal('not_in_this_state', {
      zh: `措施${zh}正在使用这个指标，请先在措施页调整指标。`,
      en: `The measures ${en} are served by it: change their indicators first.`,
    });
  }
  await db.transaction().execute(async (tx) => {
    await dropDeclaredIndicator(tx, id);
    await record(tx, actor, {
      action: 'indicator.drop',
      subjectKind: 'indicator',
      subjectId: id,
      before: before.definition,
    });
  });
  await freshen(db, registry, true);
}

const notDeclared = (id: string) =>
  new Refusal(
    'not_found',
    {
      zh: '没有这个自定义指标；系统自带的指标不能改。',
      en: 'There is no such declared indicator; those of the system cannot be changed.',
    },
    { id },
  );
