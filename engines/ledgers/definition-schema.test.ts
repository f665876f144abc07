import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { LedgerBooks } from './books.ts';
import type { Column, LedgerDefinition } from './definition.ts';
import { DefinitionFaults, definitionFaults, ledgerDefinition, requireSound } from './definition-schema.ts';

/** A declaration with every part that an administrator's ledger can have. */
const boilers: LedgerDefinition = {
  id: 'local.boilers',
  title: { zh: '锅炉台账', en: 'Boilers' },
  entry: { zh: '台锅炉', en: 'boilers' },
  about: { zh: '计划要求改造的锅炉。', en: 'Boilers that the plan wants rebuilt.' },
  key: ['site', 'serial'],
  name: 'serial',
  keeper: 'street',
  place: 'point',
  placeRequired: true,
  refreshDays: 90,
  columns: [
    { id: 'site', title: { zh: '工地', en: 'Site' }, type: 'entry', ledger: 'dust.sites', required: true },
    {
      id: 'serial',
      title: { zh: '出厂编号', en: 'Serial number' },
      type: 'text',
      required: true,
      longest: 40,
      sort: true,
      aliases: ['编号', '设备号'],
      help: { zh: '见铭牌。', en: 'On the plate.' },
    },
    { id: 'street', title: { zh: '街道', en: 'Subdistrict' }, type: 'street', required: true, filter: true },
    {
      id: 'power',
      title: { zh: '额定功率', en: 'Rated power' },
      type: 'decimal',
      unit: '千瓦',
      least: 0,
      most: 20000,
      decimals: 1,
    },
    { id: 'used', title: { zh: '实际功率', en: 'Power in use' }, type: 'decimal', unit: '千瓦', least: 0 },
    {
      id: 'fuel',
      title: { zh: '燃料', en: 'Fuel' },
      type: 'choice',
      filter: true,
      choices: [
        { id: 'gas', title: { zh: '燃气', en: 'gas' }, aliases: ['天然气', 'LNG'] },
        { id: 'power', title: { zh: '电', en: 'electricity' } },
      ],
    },
  ],
  complete: ['power', 'place'],
  object: { kind: 'machine', by: 'serial' },
  contradictions: [
    {
      id: 'overRated',
      title: { zh: '实际功率超过额定', en: 'more power than rated' },
      when: [
        { column: 'used', is: 'more', than: { column: 'power' } },
        { column: 'fuel', is: 'one_of', of: ['gas'] },
      ],
    },
  ],
  words: ['24.1'],
};

const withColumn = (id: string, part: Partial<Column>): LedgerDefinition => ({
  ...boilers,
  columns: boilers.columns.map((one) => (one.id === id ? { ...one, ...part } : one)),
});
const withRule = (part: object): LedgerDefinition => ({
  ...boilers,
  contradictions: [{ ...boilers.contradictions![0]!, ...part }],
});
const gas = { id: 'gas', title: { zh: '燃气', en: 'gas' } };

describe('a declaration with every part', async () => {
  const { db } = await freshDatabase();

  it('is sound', () => {
    expect(definitionFaults(boilers, ['dust.sites'])).toEqual([]);
  });

  it('comes back as it was declared', async () => {
    expect(ledgerDefinition.parse(boilers)).toEqual(boilers);
    const books = new LedgerBooks([
      { ...boilers, id: 'dust.sites', key: ['serial'], columns: boilers.columns.slice(1) },
    ]);
    await books.declare(db, boilers, '管理员');
    expect(await books.need(db, boilers.id)).toEqual(boilers);
  });
});

describe('a declaration is refused, at its row and with the remedy,', () => {
  const cases: [situation: string, LedgerDefinition, at: string, zh: string, en: string][] = [
    [
      'when two columns have one id',
      { ...boilers, columns: [...boilers.columns, { id: 'power', title: { zh: '备注', en: 'Remark' }, type: 'text' }] },
      'columns.6',
      '第7列“备注”（power）的编号与第4列相同，请改用另一个编号。',
      'Column 7, “Remark” (power), has the id of column 4: give it another one.',
    ],
    [
      'when two choices of a column have one id',
      withColumn('fuel', { choices: [gas, { id: 'gas', title: { zh: '电', en: 'electricity' } }] }),
      'columns.5.choices.1',
      '列“燃料”（fuel）第2个选项“电”的编号 gas 重复，请改用另一个编号。',
      'The column “Fuel” (fuel): choice 2, “electricity”, has the id gas of another: give it another one.',
    ],
    [
      'when two choices of a column are called the same',
      withColumn('fuel', { choices: [gas, { id: 'gas-2', title: { zh: '燃气', en: 'natural gas' } }] }),
      'columns.5.choices.1',
      '列“燃料”（fuel）第2个选项的名称“燃气”（natural gas）重复，请改名或删除。',
      'The column “Fuel” (fuel): choice 2, “natural gas” (燃气), is called like another: rename or remove it.',
    ],
    [
      'when a choice is the only one',
      withColumn('fuel', { choices: [gas] }),
      'columns.5',
      '列“燃料”（fuel）的选项不足两个，请补充选项。',
      'The column “Fuel” (fuel) has fewer than two choices: add some.',
    ],
    [
      'when limits are the wrong way round',
      withColumn('power', { least: 10, most: 5 }),
      'columns.3',
      '列“额定功率”（power）的最小值 10 大于最大值 5，请对调或改正。',
      'The column “Rated power” (power) has a least value, 10, above its most, 5: swap or correct them.',
    ],
    [
      'when a condition names no column',
      withRule({ when: [{ column: '', is: 'given' }] }),
      'contradictions.0.when.0',
      '矛盾规则“实际功率超过额定”（overRated）的第1个条件没有选列，请选择。',
      'The rule “more power than rated” (overRated), condition 1: no column is chosen; choose one.',
    ],
    [
      'when a condition names a column that there is not',
      withRule({ when: [{ column: 'used', is: 'more', than: { column: 'gone' } }] }),
      'contradictions.0.when.0',
      '矛盾规则“实际功率超过额定”（overRated）的第1个条件用到的列“gone”不在各列中，请另选一列。',
      'The rule “more power than rated” (overRated), condition 1: “gone” is no column; choose another.',
    ],
    [
      'when a condition compares with nothing',
      withRule({
        when: [
          { column: 'fuel', is: 'given' },
          { column: 'used', is: 'more' },
        ],
      }),
      'contradictions.0.when.1',
      '矛盾规则“实际功率超过额定”（overRated）的第2个条件没有写与什么比较，请补上。',
      'The rule “more power than rated” (overRated), condition 2: what it is compared with is missing; fill it in.',
    ],
    [
      'when a condition lists nothing',
      withRule({ when: [{ column: 'fuel', is: 'one_of', of: [] }] }),
      'contradictions.0.when.0',
      '矛盾规则“实际功率超过额定”（overRated）的第1个条件没有写与什么比较，请补上。',
      'The rule “more power than rated” (overRated), condition 1: what it is compared with is missing; fill it in.',
    ],
    [
      'when a condition asks for a choice that was taken out',
      withRule({ when: [{ column: 'fuel', is: 'equal', than: 'coal' }] }),
      'contradictions.0.when.0',
      '矛盾规则“实际功率超过额定”（overRated）的第1个条件用到的选项“coal”已不在该列中，请另选。',
      'The rule “more power than rated” (overRated), condition 1: “coal” is no choice of that column; choose another.',
    ],
    [
      'when a rule has no condition',
      withRule({ when: [] }),
      'contradictions.0',
      '矛盾规则“实际功率超过额定”（overRated）没有条件，请至少加一个。',
      'The rule “more power than rated” (overRated) has no condition: add one at least.',
    ],
    [
      'when nothing tells entries apart',
      { ...boilers, key: [] },
      'key',
      '没有识别列，请至少选一列。',
      'No column tells entries apart: choose one at least.',
    ],
    [
      'when the key is no column',
      { ...boilers, key: ['site', 'gone'] },
      'key',
      '识别列“gone”不在各列中，请另选一列。',
      'The key column “gone” is no column: choose another.',
    ],
    [
      'when the key may be empty',
      withColumn('site', { required: false }),
      'key',
      '识别列“工地”（site）没有设为必填，请设为必填。',
      'The key column “Site” (site) is not required: make it so.',
    ],
    [
      'when the name is no column',
      { ...boilers, name: 'gone' },
      'name',
      '名称列“gone”不在各列中，请另选一列。',
      'The name column “gone” is no column: choose another.',
    ],
    [
      'when the name may be empty',
      { ...boilers, name: 'power' },
      'name',
      '名称列“额定功率”（power）没有设为必填，请设为必填。',
      'The name column “Rated power” (power) is not required: make it so.',
    ],
    [
      'when a column refers to a ledger that there is not',
      withColumn('site', { ledger: 'dust.gone' }),
      'columns.0',
      '列“工地”（site）引用的台账 dust.gone 不存在，请从台账目录中另选一个。',
      'The column “Site” (site) refers to the ledger dust.gone, which does not exist: choose another.',
    ],
    [
      'when a column refers to no ledger',
      withColumn('site', { ledger: undefined }),
      'columns.0',
      '列“工地”（site）没有指明引用哪个台账，请选择。',
      'The column “Site” (site) does not say which ledger it refers to: choose one.',
    ],
    [
      'when it wants a place and keeps none',
      { ...boilers, place: 'none' },
      'place',
      '不记位置的台账不能要求位置，请去掉这一要求，或选择点、线、面。',
      'A ledger without places cannot ask for one: take that out, or choose point, line or area.',
    ],
    [
      'when what makes an entry complete is no column',
      { ...boilers, complete: ['gone'] },
      'complete',
      '完整性要求的“gone”不在各列中，请去掉。',
      '“gone”, needed to be complete, is no column: take it out.',
    ],
    [
      'when its keepers have no column',
      { ...boilers, keeper: 'unit' },
      'keeper',
      '由单位维护的台账应有“单位”列，请增加一列。',
      'A ledger kept by units needs a unit column: add one.',
    ],
  ];
  it.each(cases)('%s', (_situation, definition, at, zh, en) => {
    expect(definitionFaults(definition, ['dust.sites'])).toEqual([{ at, zh, en }]);
  });

  it('with every fault at once, and the first said aloud', () => {
    const faulty = { ...withColumn('power', { least: 10, most: 5 }), name: 'gone', key: ['gone'] };
    const refused = (() => {
      try {
        requireSound(faulty, ['dust.sites']);
      } catch (error) {
        return error as DefinitionFaults;
      }
    })();
    expect(refused).toBeInstanceOf(DefinitionFaults);
    expect(refused!.faults.map(({ at }) => at)).toEqual(['key', 'columns.3']);
    expect(refused!.sentence).toEqual({
      zh: '识别列“gone”不在各列中，请另选一列。另有1处需要改正。',
      en: 'The key column “gone” is no column: choose another. 1 more to correct.',
      faults: refused!.faults,
    });
  });

  it('not when it refers to itself: a boiler may name the boiler that it replaced', () => {
    expect(definitionFaults(withColumn('site', { ledger: boilers.id }), [])).toEqual([]);
  });
});
