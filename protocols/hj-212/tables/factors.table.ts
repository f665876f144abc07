type FactorRow = {
  readonly zh: string;
  readonly en: string;
  /** the unit that the standard presumes for a concentration; null: a number without unit */
  readonly unit: string | null;
  /** the unit of an amount (x-Cou) */
  readonly amount: string | null;
  /** digits before and after the point, as the standard writes them */
  readonly form: string | null;
  /** the code of HJ/T 212-2005 */
  readonly old: string | null;
};

/**
 * Factors of HJ 212-2017 annex B, table B.2, that stations of ambient air, dust, VOC, stacks and gas stations send, with
 * the units that the table presumes (as implementers quote it; checked 2026-11-25, confidence M). Ambient devices really
 * send µg/m³ (CO mg/m³), dust monitors µg/m³ or mg/m³: a device's unit is never taken from here, it is configured.
 */
export const FACTORS = {
  a00000: { zh: '废气', en: 'exhaust gas flow', unit: 'm³/s', amount: 'm³', form: 'N6.1', old: 'B02' },
  a01001: { zh: '温度', en: 'temperature', unit: '°C', amount: null, form: 'N3.1', old: null },
  a01002: { zh: '湿度', en: 'relative humidity', unit: '%', amount: null, form: 'N3.1', old: null },
  a01006: { zh: '气压', en: 'air pressure', unit: 'kPa', amount: null, form: 'N5.3', old: null },
  a01007: { zh: '风速', en: 'wind speed', unit: 'm/s', amount: null, form: 'N4.1', old: null },
  a01008: { zh: '风向', en: 'wind direction', unit: '°', amount: null, form: 'N4', old: null },
  a01010: { zh: '林格曼黑度', en: 'Ringelmann number', unit: null, amount: null, form: 'N1', old: '37' },
  a01011: { zh: '烟气流速', en: 'flue gas speed', unit: 'm/s', amount: null, form: 'N5.2', old: 'S02' },
  a01012: { zh: '烟气温度', en: 'flue gas temperature', unit: '°C', amount: null, form: 'N3.1', old: 'S03' },
  a01013: { zh: '烟气压力', en: 'flue gas pressure', unit: 'kPa', amount: null, form: 'N5.3', old: 'S08' },
  a01014: { zh: '烟气湿度', en: 'flue gas humidity', unit: '%', amount: null, form: 'N3.1', old: 'S05' },
  a01015: { zh: '制冷温度', en: 'cooler temperature', unit: '°C', amount: null, form: 'N3.1', old: 'S06' },
  a01016: { zh: '烟道截面积', en: 'cross-section of the flue', unit: 'm²', amount: null, form: 'N4.2', old: 'S07' },
  a01017: { zh: '烟气动压', en: 'dynamic pressure of flue gas', unit: 'kPa', amount: null, form: 'N5.3', old: 'S04' },
  a01901: {
    zh: '垃圾焚烧炉膛内焚烧平均温度',
    en: 'mean furnace temperature of an incinerator',
    unit: '°C',
    amount: null,
    form: 'N4.1',
    old: null,
  },
  a01902: {
    zh: '垃圾焚烧炉膛内DCS温度',
    en: 'DCS furnace temperature of an incinerator',
    unit: '°C',
    amount: null,
    form: 'N4.1',
    old: null,
  },
  a05001: { zh: '二氧化碳', en: 'carbon dioxide', unit: 'mg/m³', amount: 'kg', form: 'N3.3', old: '30' },
  a05002: { zh: '甲烷', en: 'methane', unit: 'ng/m³', amount: 'g', form: 'N4.1', old: null },
  a19001: { zh: '氧气含量', en: 'oxygen', unit: '%', amount: null, form: 'N3.1', old: 'S01' },
  a21001: { zh: '氨（氨气）', en: 'ammonia', unit: 'ng/m³', amount: 'g', form: 'N4.3', old: '10' },
  a21002: { zh: '氮氧化物', en: 'nitrogen oxides', unit: 'mg/m³', amount: 'kg', form: 'N5.1', old: '03' },
  a21003: { zh: '一氧化氮', en: 'nitrogen monoxide', unit: 'mg/m³', amount: 'kg', form: 'N4.1', old: null },
  a21004: { zh: '二氧化氮', en: 'nitrogen dioxide', unit: 'mg/m³', amount: 'kg', form: 'N4.1', old: null },
  a21005: { zh: '一氧化碳', en: 'carbon monoxide', unit: 'mg/m³', amount: 'kg', form: 'N3.3', old: '04' },
  a21018: { zh: '氟化物', en: 'fluorides', unit: 'mg/m³', amount: 'kg', form: 'N2.3', old: '06' },
  a21022: { zh: '氯气', en: 'chlorine', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '11' },
  a21024: { zh: '氯化氢', en: 'hydrogen chloride', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '08' },
  a21026: { zh: '二氧化硫', en: 'sulphur dioxide', unit: 'mg/m³', amount: 'kg', form: 'N5.2', old: '02' },
  a21028: { zh: '硫化氢', en: 'hydrogen sulphide', unit: 'mg/m³', amount: 'kg', form: 'N3.2', old: '05' },
  a23001: { zh: '酚类', en: 'phenols', unit: 'mg/m³', amount: 'kg', form: 'N3.3', old: '27' },
  a24003: { zh: '二氯甲烷', en: 'dichloromethane', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24004: { zh: '三氯甲烷', en: 'trichloromethane', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24005: { zh: '四氯甲烷', en: 'tetrachloromethane', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24017: { zh: '1,2-二氯乙烷', en: '1,2-dichloroethane', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24036: { zh: '环己烷', en: 'cyclohexane', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24042: { zh: '正己烷', en: 'n-hexane', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24043: { zh: '正庚烷', en: 'n-heptane', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24046: { zh: '氯乙烯', en: 'vinyl chloride', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '29' },
  a24049: { zh: '三氯乙烯', en: 'trichloroethylene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24050: { zh: '四氯乙烯', en: 'tetrachloroethylene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24053: { zh: '丙烯', en: 'propylene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24078: { zh: '1,3-丁二烯', en: '1,3-butadiene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a24087: { zh: '碳氢化合物', en: 'hydrocarbons', unit: 'mg/m³', amount: 'kg', form: 'N5.2', old: '25' },
  a24088: { zh: '非甲烷总烃', en: 'non-methane hydrocarbons', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25002: { zh: '苯', en: 'benzene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25003: { zh: '甲苯', en: 'toluene', unit: 'mg/m³', amount: 'kg', form: 'N4.2', old: '17' },
  a25004: { zh: '乙苯', en: 'ethyl benzene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25005: { zh: '二甲苯', en: 'xylenes', unit: 'mg/m³', amount: 'kg', form: 'N4.2', old: '18' },
  a25006: { zh: '1,2-二甲基苯', en: 'o-xylene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25007: { zh: '1,3-二甲基苯', en: 'm-xylene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25008: { zh: '1,4-二甲基苯', en: 'p-xylene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25010: { zh: '氯苯', en: 'chlorobenzene', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '23' },
  a25014: {
    zh: '1-乙基-4-甲基苯',
    en: '1-ethyl-4-methylbenzene',
    unit: 'mg/m³',
    amount: 'kg',
    form: 'N7.3',
    old: null,
  },
  a25019: { zh: '1,2,4-三甲基苯', en: '1,2,4-trimethylbenzene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25020: { zh: '1,2,3-三甲基苯', en: '1,2,3-trimethylbenzene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25021: { zh: '1,3,5-三甲基苯', en: '1,3,5-trimethylbenzene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25038: { zh: '乙烯基苯', en: 'styrene', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a25044: { zh: '苯并[a]芘', en: 'benzo[a]pyrene', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '20' },
  a29017: { zh: '乙酸乙酯', en: 'ethyl acetate', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a29026: { zh: '乙酸乙烯酯', en: 'vinyl acetate', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a30001: { zh: '甲醇', en: 'methanol', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '28' },
  a30008: { zh: '异丙醇', en: 'isopropanol', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a30022: { zh: '硫醇', en: 'thiols', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '13' },
  a31001: { zh: '甲醛', en: 'formaldehyde', unit: 'mg/m³', amount: 'kg', form: 'N3.3', old: '19' },
  a31002: { zh: '乙醛', en: 'acetaldehyde', unit: 'mg/m³', amount: 'kg', form: 'N3.4', old: '26' },
  a31024: { zh: '丙酮', en: 'acetone', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a31025: { zh: '2-丁酮', en: '2-butanone', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a34001: { zh: '总悬浮颗粒物', en: 'total suspended particles', unit: 'ng/m³', amount: 'g', form: 'N4.3', old: null },
  a34002: { zh: '可吸入颗粒物PM10', en: 'PM10', unit: 'ng/m³', amount: 'g', form: 'N3.3', old: null },
  a34004: { zh: '细颗粒物PM2.5', en: 'PM2.5', unit: 'ng/m³', amount: 'g', form: 'N3.3', old: null },
  a34005: { zh: '亚微米颗粒物PM1.0', en: 'PM1', unit: 'ng/m³', amount: 'g', form: 'N3.3', old: null },
  a34011: { zh: '降尘', en: 'dustfall', unit: 't/(km²·month)', amount: null, form: null, old: null },
  a34013: { zh: '烟尘', en: 'soot', unit: 'mg/m³', amount: 'kg', form: 'N4', old: '01' },
  a34038: { zh: '沥青烟', en: 'bitumen fume', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '09' },
  a34039: { zh: '硫酸雾', en: 'sulphuric acid mist', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '14' },
  a99010: { zh: '丙烯腈', en: 'acrylonitrile', unit: 'mg/m³', amount: 'kg', form: 'N7.3', old: null },
  a99051: { zh: '二硫化碳', en: 'carbon disulphide', unit: 'mg/m³', amount: 'kg', form: 'N4.3', old: '12' },
} as const satisfies Record<string, FactorRow>;

/**
 * Noise factors (2017 annex B, table B.3). 2005 has the meanings of Ld and Ln the other way round.
 */
export const NOISE_FACTORS = {
  LA: { zh: 'A 声级', en: 'A-weighted level', unit: 'dB', amount: null, form: null, old: null },
  L5: { zh: '累积百分声级 L5', en: 'level exceeded 5 % of the time', unit: 'dB', amount: null, form: null, old: null },
  L10: {
    zh: '累积百分声级 L10',
    en: 'level exceeded 10 % of the time',
    unit: 'dB',
    amount: null,
    form: null,
    old: null,
  },
  L50: {
    zh: '累积百分声级 L50',
    en: 'level exceeded 50 % of the time',
    unit: 'dB',
    amount: null,
    form: null,
    old: null,
  },
  L90: {
    zh: '累积百分声级 L90',
    en: 'level exceeded 90 % of the time',
    unit: 'dB',
    amount: null,
    form: null,
    old: null,
  },
  L95: {
    zh: '累积百分声级 L95',
    en: 'level exceeded 95 % of the time',
    unit: 'dB',
    amount: null,
    form: null,
    old: null,
  },
  Leq: { zh: '等效声级', en: 'equivalent level', unit: 'dB', amount: null, form: null, old: null },
  Ldn: { zh: '昼夜等效声级', en: 'day-night level', unit: 'dB', amount: null, form: null, old: null },
  Ld: { zh: '昼间等效声级', en: 'level of the day', unit: 'dB', amount: null, form: null, old: null },
  Ln: { zh: '夜间等效声级', en: 'level of the night', unit: 'dB', amount: null, form: null, old: null },
  LMx: { zh: '最大声级', en: 'greatest level', unit: 'dB', amount: null, form: null, old: null },
  LMn: { zh: '最小声级', en: 'least level', unit: 'dB', amount: null, form: null, old: null },
} as const satisfies Record<string, FactorRow>;

type FieldFactor = { readonly zh: string; readonly en: string; readonly seenIn: string };

/** Codes outside annex B that field devices send; no standard gives them a unit. */
export const FIELD_FACTORS = {
  a05024: { zh: '臭氧', en: 'ozone', seenIn: 'HJ 524-2009 code, in nearly every air packet' },
  a99054: { zh: '总挥发性有机物', en: 'total volatile organic compounds', seenIn: 'habit, in VOC packets' },
  a34041: { zh: '油烟', en: 'cooking fume', seenIn: 'fume monitors; meaning by inference' },
  a50001: { zh: '噪声', en: 'noise', seenIn: 'dust profile of Shanghai and Kunshan' },
  a81001: { zh: '纬度', en: 'latitude', seenIn: 'vehicle-mounted air monitors' },
  a81002: { zh: '经度', en: 'longitude', seenIn: 'vehicle-mounted air monitors' },
  l01001: { zh: '经度', en: 'longitude', seenIn: 'vehicle-mounted air monitors of another maker' },
  l01002: { zh: '纬度', en: 'latitude', seenIn: 'vehicle-mounted air monitors of another maker' },
} as const satisfies Record<string, FieldFactor>;

/** 2005 code → code of 2017: `02` is a21026. */
export const OLD_FACTOR_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(FACTORS).flatMap(([code, { old }]) => (old === null ? [] : [[old, code] as const])),
);
