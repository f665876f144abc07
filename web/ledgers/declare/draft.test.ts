import { describe, expect, it } from 'vitest';
import {
  choicesOfLines,
  raised,
  withColumnId,
  withComplete,
  withKey,
  withoutColumn,
  withPlace,
  withType,
} from './changes.ts';
import { type Draft, definitionOf, emptyColumn, emptyDraft, emptyRule, having } from './draft.ts';

/** Every part that a declaration can have. */
const boilers: Draft = {
  id: 'local.boilers',
  title: { zh: '锅炉台账', en: 'Boilers' },
  entry: { zh: '台锅炉', en: 'boilers' },
  about: { zh: '计划要求改造的锅炉。', en: 'Boilers that the plan wants rebuilt.' },
  key: ['site', 'serial'],
  name: 'serial',
  keeper: 'street',
  place: 'point',
  placeRequired: true,
  refreshDays: null,
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
      decimals: 0,
      filter: false,
    },
    { id: 'used', title: { zh: '实际功率', en: 'Power in use' }, type: 'decimal', unit: '千瓦', derived: true },
    {
      id: 'fuel',
      title: { zh: '燃料', en: 'Fuel' },
      type: 'choice',
      choices: [
        { id: 'gas', title: { zh: '燃气', en: 'natural gas' }, aliases: ['天然气', 'LNG'] },
        { id: 'power', title: { zh: '电', en: 'electricity' }, aliases: [] },
      ],
    },
  ],
  complete: ['place', 'power'],
  object: { kind: 'machine', by: 'serial' },
  contradictions: [
    {
      id: 'overRated',
      title: { zh: '实际功率超过额定', en: 'more power than rated' },
      when: [
        { column: 'used', is: 'more', than: { column: 'power' } },
        { column: 'fuel', is: 'one_of', of: ['gas', 'power'] },
        { column: 'power', is: 'not_equal', than: 0 },
      ],
    },
  ],
  words: ['24.1', '24.2'],
};

describe('a declaration that is opened in the form', () => {
  it('goes out as it came, with every part', () => {
    expect(definitionOf(boilers)).toEqual(boilers);
    expect(JSON.stringify(Object.keys(definitionOf(boilers)))).toEqual(JSON.stringify(Object.keys(boilers)));
  });

  it('goes out as it came where it has only what it must', () => {
    const { placeRequired, complete, object, contradictions, words, ...least } = boilers;
    expect(definitionOf(least)).toEqual(least);
    const blank = { ...least, complete: [], contradictions: [] };
    expect(definitionOf(blank)).toEqual(blank);
  });

  it('says in the other language what is said in one', () => {
    const draft = { ...emptyDraft(), title: { zh: ' 锅炉台账 ', en: '' } };
    expect(definitionOf(draft)).toMatchObject({
      title: { zh: '锅炉台账', en: '锅炉台账' },
      about: { zh: '锅炉台账', en: '锅炉台账' },
    });
  });
});

describe('a change in the form', () => {
  it('leaves out what was emptied and keeps a zero', () => {
    const power = boilers.columns[3]!;
    expect(having(power, { unit: '', most: undefined, least: 0 })).toEqual({
      id: 'power',
      title: power.title,
      type: 'decimal',
      least: 0,
      decimals: 0,
      filter: false,
    });
  });

  it('keeps the choices while another type is looked at, and sends them only with one that has choices', () => {
    const fuel = boilers.columns[5]!;
    const asText = withType(fuel, 'text');
    expect(withType(asText, 'choice')).toEqual(fuel);
    expect(definitionOf({ ...boilers, columns: [asText] }).columns[0]).not.toHaveProperty('choices');
  });

  it('takes from a number what only numbers have', () => {
    expect(withType(boilers.columns[3]!, 'text')).toEqual({
      id: 'power',
      title: { zh: '额定功率', en: 'Rated power' },
      type: 'text',
      filter: false,
    });
  });

  it('of a column’s id is followed wherever the declaration names it', () => {
    const renamed = withColumnId(boilers, 1, 'plateNumber');
    expect(renamed).toMatchObject({ key: ['site', 'plateNumber'], name: 'plateNumber', object: { by: 'plateNumber' } });
    const rated = withColumnId(boilers, 3, 'rated');
    expect(rated.complete).toEqual(['place', 'rated']);
    expect(rated.contradictions![0]!.when).toEqual([
      { column: 'used', is: 'more', than: { column: 'rated' } },
      { column: 'fuel', is: 'one_of', of: ['gas', 'power'] },
      { column: 'rated', is: 'not_equal', than: 0 },
    ]);
  });

  it('to an id that another column has moves nothing over to that one', () => {
    const twice = withColumnId(boilers, 3, 'used');
    expect(twice.contradictions).toEqual(boilers.contradictions);
    expect(withColumnId(twice, 3, 'power')).toEqual(boilers);
  });

  it('of the key makes its columns required', () => {
    const { columns, key } = withKey(boilers, ['serial', 'fuel']);
    expect(key).toEqual(['serial', 'fuel']);
    expect(columns[5]!.required).toBe(true);
  });

  it('to a ledger without places asks for none', () => {
    const { place, placeRequired, complete } = withPlace(boilers, 'none');
    expect([place, placeRequired, complete]).toEqual(['none', undefined, ['power']]);
  });

  it('adds to what makes an entry complete without putting it in another order', () => {
    expect(withComplete(boilers, 'fuel', true).complete).toEqual(['place', 'power', 'fuel']);
    expect(withComplete(boilers, 'power', true)).toBe(boilers);
  });

  it('that takes a column out takes it out of the key and of what makes an entry complete', () => {
    expect(withoutColumn(boilers, 0).key).toEqual(['serial']);
    expect(withoutColumn(boilers, 3).complete).toEqual(['place']);
  });

  it('gives new rows ids of their own', () => {
    expect(emptyColumn([{ id: 'column2', title: { zh: '', en: '' }, type: 'text' }]).id).toBe('column3');
    expect(emptyRule({ ...boilers, contradictions: [{ ...boilers.contradictions![0]!, id: 'rule2' }] }).id).toBe(
      'rule3',
    );
    expect(raised(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
  });

  it('takes pasted lines as choices', () => {
    expect(choicesOfLines('coal 燃煤 hard coal\n 生物质 颗粒\n\n', boilers.columns[5]!.choices!)).toEqual([
      ...boilers.columns[5]!.choices!,
      { id: 'coal', title: { zh: '燃煤', en: 'hard coal' } },
      { id: 'choice-4', title: { zh: '生物质 颗粒', en: '' } },
    ]);
  });
});
