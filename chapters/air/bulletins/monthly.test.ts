import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Bulletin,
  bulletinDocx,
  bulletinPdf,
  bulletinRegistry,
  figuresOf,
  makeBulletinFiles,
  paperOf,
  plainText,
  previewBulletin,
} from '#engines/bulletins';
import { airEvidenceOf, EVIDENCE_STATISTICS, parseScope, reconcileAir } from '#engines/evaluation';
import type { IndicatorState, LivingTable } from '#engines/indicators';
import { datesBetween, fixedClock } from '#platform/clock';
import { DISTRICT, dayOf, layOutStations, measure, plainDay, source } from '../../../tests/air/measured.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { docxText, pdfText } from '../../../tests/paper/read-back.ts';
import { monthlyAirBulletin } from './monthly.ts';
import { progressFrom } from './plan-progress.ts';
import { storedAir } from './stored.ts';

const store = await freshDatabase();
const state: IndicatorState = {
  id: 'air.pm25-mean',
  title: { zh: 'PM2.5年均浓度', en: 'PM2.5 mean' },
  unit: 'µg/m³',
  shownUnit: { zh: 'µg/m³', en: 'µg/m³' },
  better: 'lower',
  scope: { kind: 'district', code: DISTRICT, name: { zh: '西城区', en: 'Xicheng' } },
  asOf: '2021-03-31',
  value: '34',
  lastYear: '40',
  change: '-15.0',
  difference: null,
  target: null,
  allowance: {
    value: '42',
    days: 275,
    text: { zh: '其余275天均值不超过42微克/立方米，全年即可低于上年的40微克/立方米', en: '' },
  },
  shared: false,
  judgement: 'on_track',
  why: { zh: '', en: '' },
  edition: '2013',
  evidence: { count: 90, excluded: 0, counts: { zh: '天', en: 'days' }, href: '/air?evidence=PM25_mean' },
  provenance: [],
  computedAt: null,
};
/** A plan whose measure 1.1 is judged by the mean, in force at the end of March and not before. */
const plan = async (_db: unknown, _code: string, asOf: string) => {
  if (!asOf.endsWith('03-31')) return null;
  const bound = { id: '1.1', text: '细颗粒物（PM2.5）年均浓度继续下降。', indicators: [{ ...state, asOf }] };
  const other = { id: '1.0', text: '另一项措施。', indicators: [] };
  return { chapters: [{ tasks: [{ measures: [other, bound] }] }] } as unknown as LivingTable;
};
const deps = {
  db: store.db,
  districtCode: DISTRICT,
  clock: fixedClock('2021-06-08'),
  registry: bulletinRegistry([monthlyAirBulletin(storedAir, progressFrom(plan))]),
};
const preview = (month: string): Promise<Bulletin> => previewBulletin(deps, { kind: 'air', month });

const textOf = (bulletin: Bulletin): string =>
  bulletin.blocks
    .map((block) => {
      if (block.kind === 'paragraph' || block.kind === 'note') return plainText(block.runs);
      return block.kind === 'heading' ? block.text : block.caption;
    })
    .join('\n');
const tableOf = (bulletin: Bulletin, caption: string): string[][] => {
  const found = bulletin.blocks.find((block) => block.kind === 'table' && block.caption.includes(caption));
  return found?.kind === 'table' ? found.rows.map((row) => row.map((cell) => plainText(cell.runs))) : [];
};

/** January to March of 2020 and 2021; in February 2021 nine days are missing; on 28 March 2021 there is sand. */
beforeAll(async () => {
  const devices = await layOutStations(store, ['甲', '乙'], {
    bulletin_issuer: { unit: 'x', seal_zh: '北京市西城区生态环境局', number_prefix: '西环空通' },
  } as never);
  const replay = new Map([
    [2020, await source(store, 2015)],
    [2021, await source(store, 2016)],
  ]);
  for (const [name, device] of devices) {
    for (const [year, sourceId] of replay) {
      const missing = (date: string) => date > '2021-02-19' && date < '2021-03-01';
      const level = (date: string) => {
        if (year === 2020) return 40;
        if (date.startsWith('2021-03')) return name === '甲' ? 34 : 34;
        return date.startsWith('2021-01') ? (name === '甲' ? 40 : 44) : 38;
      };
      const days = datesBetween(`${year}-01-01`, `${year}-03-31`).filter((date) => !missing(date));
      await measure(
        store,
        device,
        sourceId,
        days.flatMap((date) =>
          date === '2021-03-28'
            ? dayOf(date, () => ({ SO2: 5, NO2: 30, PM10: 700, PM25: 160, CO: 0.8, O3: 60 }))
            : plainDay(date, level(date)),
        ),
      );
    }
  }
  await store.pool.query(
    "insert into sand_period (district_code, begins, ends, source) values ($1, '2021-03-28T00:00+08:00', '2021-03-29T00:00+08:00', '气象通报')",
    [DISTRICT],
  );
  await reconcileAir(store);
});

describe('the text follows the figures', () => {
  it('升, 降 and 持平 against last year, from the printed figures', async () => {
    const january = textOf(await preview('2021-01'));
    expect(january).toContain('细颗粒物（PM2.5）平均浓度为42微克/立方米，同比上升5.0%');
    expect(january).toContain('二氧化硫（SO2）平均浓度为5微克/立方米，同比持平');
  });
  it('January has no year so far; later months have one', async () => {
    expect(textOf(await preview('2021-01'))).not.toContain('年内累计');
    expect(textOf(await preview('2021-03'))).toContain('2021年1—3月，西城区细颗粒物');
  });
  it('a month without enough valid days says so and prints no mean', async () => {
    const february = await preview('2021-02');
    expect(textOf(february)).toContain('细颗粒物（PM2.5）有效监测19天，有效数据不足，不作评价');
    expect(tableOf(february, '主要污染物浓度')[1]!.slice(2, 5)).toEqual(['—', '40', '—']);
    expect(textOf(february)).toContain('各站点PM2.5有效数据不足，不作排名');
  });
  it('without last year there is no change, and it says so', async () => {
    expect(textOf(await preview('2020-03'))).toContain('上年同期有效数据不足，不作同比');
  });
  it('a month without any data is refused in one sentence', async () => {
    await expect(preview('2021-05')).rejects.toMatchObject({ code: 'period_has_no_data' });
    await expect(makeBulletinFiles(deps, { kind: 'air', month: '2018-05', out: '/nowhere' })).rejects.toMatchObject({
      code: 'period_has_no_data',
    });
  });
  it('sand: which day, the particles with and without it, the day that exceeded by it', async () => {
    const march = textOf(await preview('2021-03'));
    expect(march).toContain('本月受沙尘天气影响的日期：28日（共1天）');
    expect(march).toContain('受沙尘天气影响超标1天');
    expect(march).toMatch(/扣除沙尘天气影响后，3月PM2\.5平均浓度为34微克\/立方米，同比下降15\.0%/);
    expect(textOf(await preview('2021-01'))).not.toContain('扣除沙尘天气影响后');
  });
  it('days by class: good days, heavy days and what led', async () => {
    const march = await preview('2021-03');
    expect(textOf(march)).toContain('3月有效监测31天，优良天数30天（优0天、良30天）');
    expect(textOf(march)).toContain('重污染天数1天（重度污染0天、严重污染1天），同比增加1天');
    expect(tableOf(march, '各级别天数').at(-1)!.slice(0, 4)).toEqual(['重污染天数', '1', '0', '+1']);
  });
});

describe('stations', () => {
  it('two lists side by side, each sorted by itself', async () => {
    expect(tableOf(await preview('2021-01'), '各站点PM2.5')).toEqual([
      ['排名', '站点', '平均浓度', '排名', '站点', '同比变化'],
      ['1', '甲', '40', '1', '甲', '0.0%'],
      ['2', '乙', '44', '2', '乙', '10.0%'],
    ]);
  });
  it('equal figures share their place (并列)', async () => {
    const march = await preview('2021-03');
    expect(textOf(march)).toContain('站PM2.5平均浓度并列');
    expect(tableOf(march, '各站点PM2.5').map((row) => row[0])).toEqual(['排名', '1', '1']);
  });
});

describe('what stands around the figures', () => {
  it('the replayed record is named above everything else, with both years', async () => {
    const { blocks, provenance } = await preview('2021-03');
    expect(blocks[0]).toMatchObject({ kind: 'note' });
    expect(textOf(await preview('2021-03')).split('\n')[0]).toMatch(/2016年实测回放.*2015年实测回放/);
    expect(provenance.map(({ label }) => label.zh)).toContain('2016年实测回放');
  });
  it('editions, cut-off and validity are printed', async () => {
    const march = await preview('2021-03');
    expect(textOf(march)).toContain('《环境空气质量评价技术规范（试行）》（HJ 663-2013）');
    expect(textOf(march)).toContain('数据截止时间：2021年3月31日24时');
    expect(textOf(march)).toContain('月均值须有不少于27个有效日均值');
    expect(textOf(await preview('2021-02'))).toContain('不少于25个有效日均值');
  });
  it("the plan's measure stands beside it where there is one, and the section is left out where there is none", async () => {
    const march = textOf(await preview('2021-03'));
    expect(march).toContain('五、行动计划目标进展');
    expect(march).toContain(
      'PM2.5年均浓度为34微克/立方米（上年同期40微克/立方米），同比下降15.0%，符合目标要求；其余275天均值不超过42微克/立方米，全年即可低于上年的40微克/立方米。',
    );
    expect(textOf(await preview('2021-01'))).not.toContain('行动计划');
  });
  it('charts are options without functions, each described in words', async () => {
    const charts = (await preview('2021-03')).blocks.filter((block) => block.kind === 'chart');
    expect(charts.length).toBe(2);
    for (const chart of charts) {
      expect(JSON.parse(JSON.stringify(chart.option))).toEqual(chart.option);
      expect(chart.alt.length).toBeGreaterThan(5);
    }
  });
});

describe('every figure', () => {
  it('opens: its statistic has evidence, and a mean is the very figure that the evidence shows', async () => {
    const figures = figuresOf((await preview('2021-03')).blocks).filter(({ href }) =>
      href.startsWith('/air?evidence='),
    );
    let compared = 0;
    for (const { text, href, label } of figures) {
      const query = new URL(href, 'http://x').searchParams;
      const statistic = query.get('evidence')!;
      expect(EVIDENCE_STATISTICS).toContain(statistic);
      if (!query.has('scope') || !/浓度$/.test(label ?? '')) continue;
      const sandExcluded = query.get('sandExcluded') === 'true';
      const [from, until] = [query.get('from')!, query.get('until')!];
      const scope = parseScope(query.get('scope')!);
      const evidence = await airEvidenceOf(store.db, { scope, statistic, from, until, sandExcluded });
      expect(`${label}: ${evidence.value}`).toBe(`${label}: ${text}`);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(30);
  });
  it('has a name of its own, so that a correction can say which changed', async () => {
    const byLabel = new Map<string, string>();
    for (const { text, label } of figuresOf((await preview('2021-03')).blocks)) {
      expect(label).toBeTruthy();
      const signless = text.replace(/^-/, '').replace('持平', '0.0%');
      expect(`${label} ${byLabel.get(label!) ?? signless}`).toBe(`${label} ${signless}`);
      byLabel.set(label!, signless);
    }
  });
  it('is the same on the page, in the Word file and in the PDF, and no character is missing', async () => {
    const march = await preview('2021-03');
    const word = docxText(await bulletinDocx(paperOf(march)));
    const pdf = pdfText(await bulletinPdf(paperOf(march)));
    const plain = pdf.text.replace(/\s/g, '');
    for (const { text } of figuresOf(march.blocks)) {
      expect(word).toContain(text);
      expect(plain).toContain(text);
    }
    expect(pdf.missing).toBe(0);
  });
});
