/**
 * The numbers by which health is judged. No standard states them: they are defaults of ours, from how often devices of
 * these protocols send (HJ 212-2017 6.6.5: real-time data every 30 to 3,600 s), and a district may set others from a day on.
 * `from` is the day from which a default holds; another default is another row, never an edit.
 */
export const THRESHOLD_ROWS = {
  lateIntervals: {
    unit: { zh: '个间隔', en: 'intervals' },
    title: { zh: '晚到：超过几个上报间隔没有数据', en: 'late: intervals without values' },
    least: 1,
    most: 100,
    defaults: [{ from: '2000-01-01', value: 3 }],
  },
  silentMinutes: {
    unit: { zh: '分钟', en: 'min' },
    title: { zh: '离线：至少多少分钟没有数据', en: 'silent: least minutes without values' },
    least: 1,
    most: 10_080,
    defaults: [{ from: '2000-01-01', value: 30 }],
  },
  silentIntervals: {
    unit: { zh: '个间隔', en: 'intervals' },
    title: { zh: '离线：至少几个上报间隔没有数据', en: 'silent: least intervals without values' },
    least: 1,
    most: 1000,
    defaults: [{ from: '2000-01-01', value: 10 }],
  },
  parkedHours: {
    unit: { zh: '小时', en: 'h' },
    title: {
      zh: '车载终端：多少小时没有数据算离线（停驶不算）',
      en: 'vehicles: hours without values until silent (they park)',
    },
    least: 1,
    most: 8760,
    defaults: [{ from: '2000-01-01', value: 72 }],
  },
  clockMinutes: {
    unit: { zh: '分钟', en: 'min' },
    title: { zh: '故障：时钟偏差超过多少分钟', en: 'faulty: clock wrong by minutes' },
    least: 1,
    most: 1440,
    defaults: [{ from: '2000-01-01', value: 5 }],
  },
  clockSteadyMinutes: {
    unit: { zh: '分钟', en: 'min' },
    title: {
      zh: '故障：时钟慢要稳定多少分钟才算（补传旧数据时也显得慢）',
      en: 'faulty: minutes for which a clock is behind by the same (what is sent late looks behind too)',
    },
    least: 0,
    most: 1440,
    defaults: [{ from: '2000-01-01', value: 10 }],
  },
  faultFrames: {
    unit: { zh: '条', en: 'frames' },
    title: { zh: '故障：观察时段内多少条报文不能用', en: 'faulty: frames of the watched time that cannot be used' },
    least: 1,
    most: 10_000,
    defaults: [{ from: '2000-01-01', value: 5 }],
  },
  faultWindowMinutes: {
    unit: { zh: '分钟', en: 'min' },
    title: { zh: '故障：观察时段长度', en: 'faulty: length of the watched time' },
    least: 5,
    most: 1440,
    defaults: [{ from: '2000-01-01', value: 30 }],
  },
  badFlagMinutes: {
    unit: { zh: '分钟', en: 'min' },
    title: { zh: '故障：数据标记持续异常多少分钟', en: 'faulty: minutes of bad flags in a row' },
    least: 1,
    most: 1440,
    defaults: [{ from: '2000-01-01', value: 15 }],
  },
  qualityHours: {
    unit: { zh: '小时', en: 'h' },
    title: { zh: '故障：看最近多少小时的质控结论', en: 'faulty: hours of quality control that are looked at' },
    least: 1,
    most: 48,
    defaults: [{ from: '2000-01-01', value: 6 }],
  },
  qualityShare: {
    unit: { zh: '比例', en: 'share' },
    title: { zh: '故障：这段时间被质控剔除的比例', en: 'faulty: share of them that is kept out' },
    least: 0.1,
    most: 1,
    defaults: [{ from: '2000-01-01', value: 0.8 }],
  },
  outageShare: {
    unit: { zh: '比例', en: 'share' },
    title: {
      zh: '大面积中断：同类、同街道或同一接入服务的设备中断的比例',
      en: 'outage: share of a kind, street or gateway',
    },
    least: 0.05,
    most: 1,
    defaults: [{ from: '2000-01-01', value: 0.3 }],
  },
  outageMinutes: {
    unit: { zh: '分钟', en: 'min' },
    title: { zh: '大面积中断：在多少分钟内先后停止', en: 'outage: stopped within minutes of each other' },
    least: 1,
    most: 120,
    defaults: [{ from: '2000-01-01', value: 10 }],
  },
  outageLeast: {
    unit: { zh: '台', en: 'devices' },
    title: { zh: '大面积中断：至少多少台', en: 'outage: least devices' },
    least: 2,
    most: 10_000,
    defaults: [{ from: '2000-01-01', value: 5 }],
  },
  recoveredShare: {
    unit: { zh: '比例', en: 'share' },
    title: { zh: '大面积中断：恢复多少算结束', en: 'outage: share recovered at its end' },
    least: 0.5,
    most: 1,
    defaults: [{ from: '2000-01-01', value: 0.9 }],
  },
  gapMetres: {
    unit: { zh: '米', en: 'm' },
    title: { zh: '覆盖空白：离最近在用设备超过多少米', en: 'coverage gap: metres from the nearest working device' },
    least: 50,
    most: 20_000,
    defaults: [{ from: '2000-01-01', value: 500 }],
  },
} as const satisfies Record<string, ThresholdRow>;

type ThresholdRow = {
  readonly unit: { readonly zh: string; readonly en: string };
  readonly title: { readonly zh: string; readonly en: string };
  /** what may be set */
  readonly least: number;
  readonly most: number;
  readonly defaults: readonly { readonly from: string; readonly value: number }[];
};

export type ThresholdName = keyof typeof THRESHOLD_ROWS;
export type Thresholds = Readonly<Record<ThresholdName, number>>;
export const THRESHOLD_NAMES = Object.keys(THRESHOLD_ROWS) as ThresholdName[];
