import type { BothLanguages } from '#standards/editions';
import type { Assessment } from './episode.ts';
import { LEVEL_NAMES, type Trigger } from './plans.table.ts';
import { emergencyPlan } from './warning.ts';

/** A trigger in words. */
export function triggerText(trigger: Trigger): BothLanguages {
  if ('reaches' in trigger)
    return { zh: `AQI日均值达到${trigger.reaches}`, en: `a daily AQI reaches ${trigger.reaches}` };
  const { above, days, within } = trigger;
  const zh = `AQI日均值大于${above}持续${days}天${within ? `，且其中大于${within.above}持续${within.days}天` : ''}`;
  const en = `daily AQI above ${above} for ${days} d${within ? `, in it above ${within.above} for ${within.days} d` : ''}`;
  return { zh, en };
}

const monthDay = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** The sentence that tells why a forecast calls for a level, with the days and the document. */
export function explain({ plan, level, trigger, days, bridged, excluded, missing }: Assessment): BothLanguages {
  const { title, citation } = emergencyPlan(plan);
  const zh = trigger
    ? [
        `${days.map(monthDay).join('、')}符合“${triggerText(trigger).zh}”，按《${title.zh}》达到${LEVEL_NAMES[level].zh}条件`,
      ]
    : [`预测结果未达到《${title.zh}》的任何一级预警条件`];
  const en = trigger
    ? [`${days.join(', ')} meet “${triggerText(trigger).en}”: ${LEVEL_NAMES[level].en} by ${title.en} (${citation})`]
    : [`no level of ${title.en} is called for (${citation})`];
  const add = (dates: readonly string[], inZh: string, inEn: string) => {
    if (dates.length === 0) return;
    zh.push(`${dates.map(monthDay).join('、')}${inZh}`);
    en.push(`${dates.join(', ')} ${inEn}`);
  };
  add(bridged, '虽有好转但间隔不足以解除预警，按一次过程统计', 'improve too briefly to part two episodes');
  add(excluded, '因沙尘、臭氧等原因不计入', 'do not count for their cause');
  add(missing, '缺少预测结果', 'have no forecast');
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` };
}
