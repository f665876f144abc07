import type { BothLanguages } from '#standards/editions';

/**
 * What Annex E leaves open, as settings: each has a name, its choices and a default that a district may change. The first
 * group reads the text; the second group are thresholds of plausibility that no text gives.
 */
export type GasStationSettings = {
  /** E.3.3.1 "total refuellings of the nozzle": only the valid ones, or all of the day; the shares' numerator is always valid ones */
  readonly totalRefuellings: 'valid' | 'all';
  /** E.3.3.2: days merged until there are enough refuellings count as one day of the seven, or each for itself */
  readonly mergedDays: 'one' | 'each';
  /** E.3.3.1 "consecutive": a day without any refuelling keeps the count, or ends it */
  readonly dayWithoutRefuelling: 'pauses' | 'breaks';
  /** a day of which nothing arrived; by default it keeps the count, or switching a device off would clear its alarm */
  readonly dayWithoutData: 'pauses' | 'breaks';
  /** E.3.3.1 "more than 24 h without a break (natural day)": all refuellings of the judged day, or a stretch of time across days */
  readonly extremeSpan: 'natural-day' | 'elapsed';
  /** E.3.3.3: a gap between two samples up to this long does not interrupt a stretch, s */
  readonly pressureGapSeconds: number;

  /** no message for longer than this is a silent device, min (E.3.5: at least hourly; here one may be missed) */
  readonly silentMinutes: number;
  /** so many refuellings in a row with exactly the same ratio are not plausible */
  readonly constantRefuellings: number;
  /** a pressure that does not move at all for so long is not plausible, h */
  readonly constantPressureHours: number;
  /** an alarm that nobody has answered for so long counts as not answered, h */
  readonly responseHours: number;
};

export const DEFAULT_SETTINGS: GasStationSettings = {
  totalRefuellings: 'valid',
  mergedDays: 'one',
  dayWithoutRefuelling: 'pauses',
  dayWithoutData: 'pauses',
  extremeSpan: 'natural-day',
  pressureGapSeconds: 300,
  silentMinutes: 120,
  constantRefuellings: 10,
  constantPressureHours: 6,
  responseHours: 24,
};

/** Why each setting exists and what its default rests on, for docs and for the settings page. */
export const SETTING_REASONS: Readonly<Record<keyof GasStationSettings, BothLanguages>> = {
  totalRefuellings: {
    zh: 'E.3.3.1 同一句中既有“有效”又有“总次数”；默认按有效次数（与厂商实现一致）',
    en: 'E.3.3.1 has "valid" and "total" in one sentence; by default the total of the valid ones, as a manufacturer does',
  },
  mergedDays: {
    zh: 'E.3.3.2 未说明合并后的几日算作七日中的几日；默认算一日',
    en: 'E.3.3.2 does not say for how many of the seven days merged days count; by default for one',
  },
  dayWithoutRefuelling: {
    zh: 'E.3.3.1 未说明当日无加油是否中断“连续”；默认不中断（少于 5 次本就不判）',
    en: 'E.3.3.1 does not say whether a day without refuelling ends the count; by default it does not',
  },
  dayWithoutData: {
    zh: '无数据不等于正常；默认不中断，否则关机即可清除计数',
    en: 'no data is not normal; by default it does not end the count, or switching off would clear it',
  },
  extremeSpan: {
    zh: 'E.3.3.1 “连续 24 h（自然日）以上”两读；默认按判定日内全部有效加油',
    en: 'E.3.3.1 "more than 24 h (natural day)" reads two ways; by default all valid refuellings of the judged day',
  },
  pressureGapSeconds: {
    zh: 'E.3.3.3 采样间隔 ≤ 30 s，未说明缺样；默认缺样 5 min 以内视为连续',
    en: 'E.3.3.3 samples every 30 s and says nothing of gaps; by default up to 5 min do not interrupt',
  },
  silentMinutes: {
    zh: 'E.3.5 至少每小时上传；默认容许漏传一次',
    en: 'E.3.5 asks for an upload every hour; by default one may be missed',
  },
  constantRefuellings: {
    zh: '标准无此规定；默认 10 次完全相同',
    en: 'not in the standard; by default 10 equal ratios in a row',
  },
  constantPressureHours: {
    zh: '标准无此规定；默认 6 h 完全不变',
    en: 'not in the standard; by default 6 h without any change',
  },
  responseHours: { zh: '标准无响应时限；默认 24 h', en: 'the standard sets no time to answer; by default 24 h' },
};
