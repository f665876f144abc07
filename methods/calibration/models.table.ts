export type ModelId = 'linear' | 'deming' | 'humidity' | 'hygroscopic' | 'nilson' | 'piecewise';

/** What a model can use: the sensor's reading x and the relative humidity in %. */
export type ModelRow = {
  readonly zh: string;
  readonly en: string;
  readonly formula: string;
  /** names of the coefficients in the order of the columns that `columns` gives; a model may add one found by search */
  readonly coefficients: readonly string[];
  readonly needsHumidity: boolean;
  readonly source: string;
};

/** humidity is limited to this before water uptake is computed: above 70 % the formula runs away (Nilson 2022) */
export const NILSON_HUMIDITY = { from: 30, to: 70 } as const;
/** the hygroscopic form itself is cut only where it would divide by nothing */
export const HYGROSCOPIC_HUMIDITY = { from: 0, to: 95 } as const;
/** where the slope may change, µg/m³: the middles of the two blends of the US-wide extension (30–50, 210–260) */
export const KNOTS = [40, 235] as const;
/** where the water uptake of the aerosol is looked for; 0.24 in the US (Nilson 2022), Beijing about κ 0.3–0.4 → 0.18–0.24 */
export const UPTAKE = { from: 0, to: 1.2 } as const;

/** The ladder, simple models first: a later one must earn its place on data that it has not seen. */
export const MODELS = {
  linear: {
    zh: '一元线性(最小二乘)',
    en: 'linear (least squares)',
    formula: 'y = a + b·x',
    coefficients: ['a', 'b'],
    needsHumidity: false,
    source: 'ordinary least squares of the reference on the sensor',
  },
  deming: {
    zh: '一元线性(戴明)',
    en: 'linear (Deming)',
    formula: 'y = a + b·x',
    coefficients: ['a', 'b'],
    needsHumidity: false,
    source: 'Deming regression: the reference is not free of error either',
  },
  humidity: {
    zh: '线性加湿度',
    en: 'linear with humidity',
    formula: 'y = a + b·x + c·RH',
    coefficients: ['a', 'b', 'c'],
    needsHumidity: true,
    source: 'Barkjohn 2021, form only (US: 0.524·x − 0.0862·RH + 5.75)',
  },
  nilson: {
    zh: '吸湿增长(Nilson)',
    en: 'hygroscopic growth (Nilson)',
    formula: 'y = a + b·x / (1 + k/(100/RH − 1)), RH 30–70 %',
    coefficients: ['a', 'b', 'k'],
    needsHumidity: true,
    source: 'Nilson 2022, form only (US: k = 0.24)',
  },
  hygroscopic: {
    zh: '吸湿增长(κ-Köhler)',
    en: 'hygroscopic growth (κ-Köhler)',
    formula: 'y = a + b·x / (1 + k/(100/RH − 1)), k = κ/1.65',
    coefficients: ['a', 'b', 'k'],
    needsHumidity: true,
    source: 'Crilley 2018, form only',
  },
  piecewise: {
    zh: '分段线性加湿度',
    en: 'piecewise linear with humidity',
    formula: 'y = a + b·x + c·RH + d·(x − 40)⁺ + e·(x − 235)⁺',
    coefficients: ['a', 'b', 'c', 'd', 'e'],
    needsHumidity: true,
    source: 'US EPA extension of Barkjohn 2021, form only',
  },
} as const satisfies Record<ModelId, ModelRow>;

export const LADDER = Object.keys(MODELS) as ModelId[];

/** What a fit must stand on. R: recommended by us. */
export const LEAST = {
  samples: { value: 120, unit: 'h', mark: 'R' },
  weeks: { value: 3, unit: 'weeks', mark: 'R' },
} as const;
