import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import en from '../../../locales/en/index.ts';
import zh from '../../../locales/zh-CN/index.ts';
import type { Draft } from './draft.ts';
import { said, type Voice } from './said.ts';

const boilers: Draft = {
  id: 'local.boilers',
  title: { zh: '锅炉台账', en: 'Boilers' },
  entry: { zh: '台锅炉', en: 'boilers' },
  about: { zh: '锅炉。', en: 'Boilers.' },
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
      help: { zh: '见铭牌。', en: 'On the plate.' },
    },
    {
      id: 'power',
      title: { zh: '额定功率', en: 'Rated power' },
      type: 'decimal',
      unit: '千瓦',
      least: 0,
      most: 20000,
      decimals: 1,
    },
    { id: 'used', title: { zh: '实际功率', en: 'Power in use' }, type: 'integer', least: 0 },
    {
      id: 'fuel',
      title: { zh: '燃料', en: 'Fuel' },
      type: 'choice',
      choices: [
        { id: 'gas', title: { zh: '燃气', en: 'gas' } },
        { id: 'oil', title: { zh: '燃油', en: 'oil' } },
      ],
    },
  ],
  complete: ['power', 'place'],
  object: { kind: 'machine', by: 'serial' },
  contradictions: [
    {
      id: 'overRated',
      title: { zh: '超过额定', en: 'more than rated' },
      when: [
        { column: 'used', is: 'more', than: { column: 'power' } },
        { column: 'fuel', is: 'one_of', of: ['gas', 'oil'] },
        { column: 'site', is: 'given' },
      ],
    },
  ],
};

describe('what a declaration asks and checks, in words', async () => {
  const language = async (lng: string, texts: object): Promise<Voice> => {
    const i18n = i18next.createInstance();
    await i18n.init({
      lng,
      resources: { [lng]: { translation: texts } },
      interpolation: { escapeValue: false },
    });
    const key = lng === 'en' ? 'en' : 'zh';
    return {
      t: i18n.t,
      sentence: (one) => one[key],
      unit: (unit) => unit,
      ledger: (id) => (id === 'dust.sites' ? { zh: '施工工地台账', en: 'Sites' }[key] : id),
      value: ({ choices = [] }, value) => choices.find(({ id }) => id === value)?.title[key] ?? String(value),
    };
  };

  it('reads in Chinese', async () => {
    expect(said(boilers, await language('zh-CN', zh))).toEqual({
      about: [
        '由各街道维护，每台锅炉为一条。',
        '以“工地、出厂编号”区分，相同的只能有一条；列表和地图上显示“出厂编号”。',
        '位置为点，必须标注。',
        '每90天须核对一次，逾期列为待更新。',
        '按“出厂编号”识别机械，与其他台账中的记录关联。',
      ],
      columns: [
        { title: '工地', asks: '引用其他台账，必填，须是《施工工地台账》中已有的记录', help: '' },
        { title: '出厂编号', asks: '文字，必填，最多40字', help: '见铭牌。' },
        { title: '额定功率', asks: '小数，单位为千瓦，0至20000，最多1位小数', help: '' },
        { title: '实际功率', asks: '整数，不小于0', help: '' },
        { title: '燃料', asks: '单选，可选燃气、燃油', help: '' },
      ],
      checks: [
        '额定功率、位置缺一项即列为不完整。',
        '实际功率大于额定功率，且燃料属于燃气、燃油，且工地已填写的，提示“超过额定”。',
      ],
    });
  });

  it('reads in English', async () => {
    const { about, columns, checks } = said(boilers, await language('en', en));
    expect(about[0]).toBe('Kept by subdistricts; entries are called boilers.');
    expect(columns[2]!.asks).toBe('decimal number, in 千瓦, 0 to 20000, 1 decimal at most');
    expect(checks).toEqual([
      'An entry is incomplete as long as one of these is missing: Rated power, place.',
      'If Power in use is more than Rated power and Fuel is one of gas, oil and Site is given, the entry says “more than rated”.',
    ]);
  });
});
