import { readDistrict, storeDistrict } from '#engines/district';
import { keepFile } from '#platform/files';
import type { Db } from '#platform/store';
import type { KeptReading } from '../../engines/plan/draft/begin.ts';
import { insertDraft } from '../../engines/plan/draft/store.ts';

export const XICHENG = '110102';
export const OFFICE = { accountId: null, name: '大气办 王敏' };

type ReadMeasure = KeptReading['chapters'][number]['tasks'][number]['measures'][number];

function measure(id: string, text: string, more: Partial<ReadMeasure> = {}): ReadMeasure {
  return {
    no: Number(id.split('.').at(-1)),
    id,
    text,
    deadline: { kind: 'by_date', raw: '年底前', date: '2021-12-31' },
    lead: ['区生态环境局'],
    support: [],
    targets: [],
    source: { document: '计划.docx', table: 0, row: 3, column: 2 },
    uncertain: [],
    ...more,
  };
}

/** Three chapters as a machine may read them: targets, a collective, a unit that nobody knows, a doubtful deadline. */
export function threeChapters(year: number | null = 2021): KeptReading {
  return {
    title: `北京市西城区大气污染防治${year ?? ''}年行动计划`,
    year,
    chapters: [
      {
        no: 1,
        title: '空气质量目标',
        tasks: [
          {
            no: 1,
            title: '目标任务',
            measures: [
              measure('1.1', '全区及各街道细颗粒物（PM2.5）浓度、重污染天数力争继续下降。', {
                lead: ['区生态环境局', '各街道办事处'],
                support: ['区城市管理委'],
                targets: [
                  {
                    what: 'PM2.5浓度',
                    operator: 'decrease',
                    value: null,
                    unit: null,
                    scope: '全区',
                    period: '全年',
                    soft: '力争',
                    quote: '力争继续下降',
                    at: { start: 25, end: 31 },
                    confidence: 0.9,
                  },
                ],
              }),
            ],
          },
        ],
      },
      {
        no: 2,
        title: '挥发性有机物治理',
        tasks: [
          {
            no: 2,
            title: '推进低VOCs含量产品源头替代',
            measures: [
              measure('2.1', '督促企业建立原辅材料台账。', {
                deadline: { kind: 'long_term', raw: '长期实施' },
                lead: ['区发展改革委', '区绿化促进会'],
                uncertain: [
                  {
                    where: 'lead',
                    what: '区绿化促进会',
                    note: { zh: '单位名录里没有这个单位。', en: 'The directory has no such unit.' },
                  },
                ],
              }),
              measure('2.2', '加大抽检力度，抽检涉VOCs产品不低于12组。', {
                lead: ['区市场监管局'],
                targets: [
                  {
                    what: '抽检涉VOCs产品',
                    operator: '>=',
                    value: 12,
                    unit: '组',
                    quote: '不低于12组',
                    at: { start: 16, end: 22 },
                    confidence: 0.95,
                  },
                ],
              }),
            ],
          },
        ],
      },
      {
        no: 3,
        title: '扬尘管控',
        tasks: [
          {
            no: 3,
            title: '严控降尘量',
            measures: [
              measure('3.1', '全区降尘量控制在5.1吨/平方公里·月以内。\n各街道建立裸地台账，定期更新。', {
                lead: ['区住房城市建设委'],
                support: ['区城市管理委', '区财政局'],
                targets: [
                  {
                    what: '降尘量',
                    operator: '<=',
                    value: '5.10',
                    unit: '吨/平方公里·月',
                    quote: '控制在5.1吨/平方公里·月以内',
                    at: { start: 5, end: 22 },
                    confidence: 0.9,
                  },
                ],
                uncertain: [
                  { where: 'deadline', what: '年底前', note: { zh: '年份是推断的。', en: 'The year is inferred.' } },
                ],
              }),
            ],
          },
        ],
      },
    ],
  };
}

/** The district's units and streets, as an installation has them. */
export async function withXicheng(db: Db): Promise<void> {
  await storeDistrict(db, await readDistrict('districts/xicheng'));
}

/** A draft as an upload leaves it, without a document behind it. @returns its id */
export async function draftOf(db: Db, reading: KeptReading): Promise<string> {
  const content = new TextEncoder().encode(`${JSON.stringify(reading)}${crypto.randomUUID()}`);
  const file = await keepFile(db, { name: '计划.docx', mediaType: 'application/msword', content, createdBy: null });
  return insertDraft(db, OFFICE, {
    district_code: XICHENG,
    file_id: file.id,
    file_name: '计划.docx',
    reading,
    document: { paragraphs: [], tables: [] },
    warnings: [],
  });
}
