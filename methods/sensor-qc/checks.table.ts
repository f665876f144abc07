/** S: read in a source; R: recommended by us, to be tuned on the district's own data; K: known from the literature. */
export type ParameterMark = 'S' | 'R' | 'K';
export type Parameter = { readonly value: number; readonly unit: string; readonly mark: ParameterMark };
export type CheckRow = {
  readonly zh: string;
  readonly en: string;
  readonly source: { readonly zh: string; readonly en: string };
  /** minutes before and after a moment whose values take part in the verdict on it */
  readonly reach: { readonly before: number; readonly after: number };
  /** dated: a verdict on a day uses the last edition of that day; editions are added, never edited */
  readonly editions: readonly {
    readonly edition: string;
    readonly from: string;
    readonly parameters: Readonly<Record<string, Parameter>>;
  }[];
};

const DAY = 1440;
const FIRST = { edition: '2026-11', from: '2021-01-01' } as const;

/** The tests in the order in which they run: each sees only what those before it left. */
export const CHECKS = {
  transport: {
    zh: '传输与设备自报',
    en: 'transport and what the device says',
    source: { zh: '报文数据标记（HJ 212 Flag）及接入网关', en: 'flags of the packet (HJ 212 Flag; gateway)' },
    reach: { before: 0, after: 0 },
    editions: [{ ...FIRST, parameters: {} }],
  },
  range: {
    zh: '量程',
    en: 'range',
    source: {
      zh: 'saqc flagRange；各项目量程按常用传感器',
      en: 'saqc flagRange; ranges of common sensors by quantity',
    },
    reach: { before: 0, after: 0 },
    editions: [{ ...FIRST, parameters: {} }],
  },
  interference: {
    zh: '疑似人为干扰',
    en: 'suspected interference',
    source: {
      zh: '检查中查实的喷淋、遮挡站点情形',
      en: 'spraying and covering of stations, as inspections found them',
    },
    reach: { before: 600, after: 600 },
    editions: [
      {
        ...FIRST,
        parameters: {
          before: { value: 60, unit: 'min', mark: 'R' },
          onset: { value: 20, unit: 'min', mark: 'R' },
          least: { value: 30, unit: 'min', mark: 'R' },
          /** what lasts longer is a fault, and left to the tests that follow */
          longest: { value: 480, unit: 'min', mark: 'R' },
          /** all particle channels fall to this share of what the neighbours tell */
          fallTo: { value: 0.6, unit: '1', mark: 'R' },
          /** it stood this near to its neighbours before: the end of a local peak is no interference */
          nearBefore: { value: 1.5, unit: '1', mark: 'R' },
          /** below this it is a dead channel rather than a covered inlet */
          deadBelow: { value: 0.12, unit: '1', mark: 'R' },
          neighboursChange: { value: 0.25, unit: '1', mark: 'R' },
          humidityRise: { value: 12, unit: '%', mark: 'R' },
          /** times its own steps just before: what scatters all the time tells nothing */
          scatterTimes: { value: 3, unit: '1', mark: 'R' },
        },
      },
    ],
  },
  rate: {
    zh: '变化率',
    en: 'rate of change',
    source: { zh: 'saqc flagRaise', en: 'saqc flagRaise' },
    reach: { before: 120, after: 120 },
    editions: [
      {
        ...FIRST,
        parameters: {
          /** a rise is only told: max(this, ratio ×) in an hour, when neighbours do not follow */
          rise: { value: 100, unit: 'µg/m³', mark: 'R' },
          riseRatio: { value: 3, unit: '1', mark: 'R' },
          /** a fall from the level of the neighbours to below this share of it, between two steps */
          fallTo: { value: 1 / 3, unit: '1', mark: 'R' },
          leastFall: { value: 15, unit: 'µg/m³', mark: 'R' },
          follow: { value: 0.25, unit: '1', mark: 'R' },
          /** what is over sooner is a spike */
          steps: { value: 3, unit: '1', mark: 'R' },
          recovered: { value: 0.6, unit: '1', mark: 'R' },
          longest: { value: 60, unit: 'min', mark: 'R' },
        },
      },
    ],
  },
  stuck: {
    zh: '恒值',
    en: 'stuck',
    source: { zh: 'saqc flagConstants', en: 'saqc flagConstants' },
    reach: { before: DAY / 2, after: DAY / 2 },
    editions: [
      {
        ...FIRST,
        parameters: {
          hours: { value: 3, unit: 'h', mark: 'R' },
          slowHours: { value: 6, unit: 'h', mark: 'R' },
          equalHourly: { value: 4, unit: '1', mark: 'R' },
          gap: { value: 60, unit: 'min', mark: 'R' },
        },
      },
    ],
  },
  spike: {
    zh: '尖刺',
    en: 'spike',
    source: { zh: 'Hampel滤波；saqc flagMAD；AirSensor', en: 'Hampel filter; saqc flagMAD; AirSensor' },
    reach: { before: 150, after: 150 },
    editions: [
      {
        ...FIRST,
        parameters: {
          block: { value: 15, unit: 'min', mark: 'R' },
          halfWindow: { value: 7, unit: '1', mark: 'R' },
          z: { value: 6, unit: '1', mark: 'R' },
          returnZ: { value: 3, unit: '1', mark: 'R' },
          steps: { value: 2, unit: '1', mark: 'R' },
          /** another quantity of the device or a sensor this near that rises with it makes it real */
          witness: { value: 500, unit: 'm', mark: 'R' },
          witnessZ: { value: 2.5, unit: '1', mark: 'R' },
          witnessTimes: { value: 1.2, unit: '1', mark: 'R' },
          /** upwards it must at least double: less can be the air (a passing truck) */
          leastTimesHigh: { value: 2, unit: '1', mark: 'R' },
          /** least size in shares of the median */
          leastJump: { value: 0.5, unit: '1', mark: 'R' },
          /** while the level itself moves: so many times the values next to it on both sides, which agree with each other */
          times: { value: 3, unit: '1', mark: 'R' },
          agree: { value: 1.4, unit: '1', mark: 'R' },
        },
      },
    ],
  },
  noise: {
    zh: '噪声与失灵',
    en: 'noise and dead channel',
    source: { zh: 'saqc flagByScatterLowpass', en: 'saqc flagByScatterLowpass' },
    reach: { before: DAY / 2, after: DAY / 2 },
    editions: [
      {
        ...FIRST,
        parameters: {
          times: { value: 5, unit: '1', mark: 'R' },
          nearest: { value: 5, unit: '1', mark: 'R' },
          leastScatter: { value: 1.5, unit: 'floors', mark: 'R' },
          /** noise goes both ways, a plume only adds: this share must lie below this part of the neighbours */
          below: { value: 0.75, unit: '1', mark: 'R' },
          shareBelow: { value: 0.15, unit: '1', mark: 'R' },
          hours: { value: 3, unit: 'h', mark: 'R' },
          /** hours without it (clean air hides scatter) that do not end it */
          gap: { value: 4, unit: 'h', mark: 'R' },
          deadShare: { value: 0.1, unit: '1', mark: 'R' },
          deadFloors: { value: 5, unit: 'floors', mark: 'R' },
        },
      },
    ],
  },
  'two-channel': {
    zh: '双通道一致性',
    en: 'agreement of two channels',
    source: {
      zh: 'Barkjohn 2021数据清洗（原为24小时值，此处用小时值）',
      en: 'Barkjohn 2021, data cleaning (24 h data); hourly here',
    },
    reach: { before: 60, after: 60 },
    editions: [
      {
        ...FIRST,
        parameters: {
          difference: { value: 5, unit: 'µg/m³', mark: 'K' },
          relative: { value: 0.61, unit: '1', mark: 'K' },
        },
      },
    ],
  },
  inversion: {
    zh: '粒径倒挂',
    en: 'inversion of size fractions',
    source: { zh: 'PM2.5属于PM10，PM10属于TSP', en: 'PM2.5 is a part of PM10, PM10 of TSP' },
    reach: { before: 180, after: 180 },
    editions: [
      {
        ...FIRST,
        parameters: {
          difference: { value: 5, unit: 'µg/m³', mark: 'R' },
          relative: { value: 0.1, unit: '1', mark: 'R' },
          hours: { value: 2, unit: 'h', mark: 'R' },
          /** when one of the two is this much farther from its neighbours (logarithm), it alone is marked */
          blame: { value: 0.2, unit: 'ln', mark: 'R' },
        },
      },
    ],
  },
  isolation: {
    zh: '邻近站点不足',
    en: 'isolation',
    source: { zh: 'titanlib isolation_check', en: 'titanlib isolation_check' },
    reach: { before: 0, after: 0 },
    editions: [{ ...FIRST, parameters: { least: { value: 3, unit: '1', mark: 'R' } } }],
  },
  buddy: {
    zh: '邻站比较',
    en: 'buddies',
    source: {
      zh: 'titanlib buddy_check，以中位数、绝对中位差代替均值、标准差',
      en: 'titanlib buddy_check, with median and MAD instead of mean and standard deviation',
    },
    reach: { before: 360, after: 360 },
    editions: [
      {
        ...FIRST,
        parameters: {
          threshold: { value: 3.5, unit: '1', mark: 'R' },
          leastSpread: { value: 0.15, unit: 'ln', mark: 'R' },
          rounds: { value: 2, unit: '1', mark: 'R' },
          hours: { value: 2, unit: 'h', mark: 'R' },
        },
      },
    ],
  },
  spatial: {
    zh: '空间一致性(留一克里金)',
    en: 'spatial consistency (leave-one-out kriging)',
    source: { zh: 'Dubrule 1983；对数浓度普通克里金', en: 'Dubrule 1983; ordinary kriging of logarithms' },
    reach: { before: DAY / 2, after: DAY / 2 },
    editions: [
      {
        ...FIRST,
        parameters: {
          z: { value: 4, unit: '1', mark: 'R' },
          leastRatio: { value: 1.5, unit: '1', mark: 'R' },
          leastSpread: { value: 0.08, unit: 'ln', mark: 'R' },
          noise: { value: 0.05, unit: 'share of the spread²', mark: 'R' },
          faultHours: { value: 6, unit: 'h', mark: 'R' },
          leastSensors: { value: 8, unit: '1', mark: 'R' },
          mostRemoved: { value: 0.25, unit: '1', mark: 'R' },
        },
      },
    ],
  },
  drift: {
    zh: '漂移',
    en: 'drift',
    source: {
      zh: '矩匹配（MOMA，Miskell、Williams 2016—2019）；柯尔莫哥洛夫-斯米尔诺夫检验；累积和',
      en: 'moment matching (MOMA, Miskell and Williams 2016–19); Kolmogorov-Smirnov; CUSUM',
    },
    reach: { before: 6 * DAY, after: 6 * DAY },
    editions: [
      {
        ...FIRST,
        parameters: {
          mixedHours: { value: 6, unit: 'h/d', mark: 'R' },
          proxyMetres: { value: 2000, unit: 'm', mark: 'R' },
          window: { value: 3, unit: 'd', mark: 'K' },
          slopeFrom: { value: 0.7, unit: '1', mark: 'K' },
          slopeTo: { value: 1.3, unit: '1', mark: 'K' },
          offset: { value: 5, unit: 'µg/m³', mark: 'K' },
          ksP: { value: 0.05, unit: '1', mark: 'K' },
          days: { value: 5, unit: 'd', mark: 'K' },
          ofDays: { value: 7, unit: 'd', mark: 'R' },
          cusumK: { value: 0.5, unit: 'sd', mark: 'R' },
          cusumH: { value: 5, unit: 'sd', mark: 'R' },
          leastSpread: { value: 0.04, unit: 'ln', mark: 'R' },
          /** of the hours of a day that lie on the side of the change */
          sameSide: { value: 0.8, unit: '1', mark: 'R' },
          leastDays: { value: 2, unit: 'd', mark: 'R' },
          /** change against the site's usual ratio that matters; where no usual ratio is known, twice of it */
          leastChange: { value: 0.15, unit: 'ln', mark: 'R' },
        },
      },
    ],
  },
} as const satisfies Record<string, CheckRow>;

export type CheckId = keyof typeof CHECKS;
export const CHECK_IDS = Object.keys(CHECKS) as CheckId[];

type ParameterName<Id extends CheckId> = keyof (typeof CHECKS)[Id]['editions'][number]['parameters'];
/** What a test is told: who it is, and the numbers of its edition. */
export type Told<Id extends CheckId> = { readonly id: Id; readonly edition: string } & {
  readonly [P in ParameterName<Id>]: number;
};

/** The edition of a test for a day (YYYY-MM-DD), with the numbers of a model or device in place of the defaults. */
export function toldOn<Id extends CheckId>(
  id: Id,
  day: string,
  instead: Readonly<Record<string, number>> = {},
): Told<Id> {
  const { editions }: CheckRow = CHECKS[id];
  const edition = editions.findLast(({ from }) => from <= day) ?? editions[0]!;
  const numbers = Object.entries(edition.parameters).map(([name, { value }]) => [name, instead[name] ?? value]);
  return { ...Object.fromEntries(numbers), id, edition: edition.edition } as Told<Id>;
}
