import type { BulletinBlock, BulletinDefinition, ComposeContext, Composed } from '#engines/bulletins';
import { heading } from './cells.ts';
import { aqiChart, pm25Chart } from './charts.ts';
import { compositeText, concentrationTable, concentrationText, withoutSandText } from './concentrations.ts';
import { coverageOf } from './coverage.ts';
import { daysTable, daysText, primaryText } from './days.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { periodName } from './figures.ts';
import { closingNotes, cutOffOf, editionsOf, provenanceBanner, provenanceOf, validityOf } from './notes.ts';
import { progressBlocks } from './progress.ts';
import type { AirReads, ProgressRead } from './reads.ts';
import { stationRankTable, stationsText, stationTable } from './stations.ts';

type Section = { readonly title: string; readonly blocks: readonly BulletinBlock[] };

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八'];

function sectionsOf(facts: Facts): Section[] {
  const { soFar } = facts;
  const opening = `${facts.year}年${facts.monthNo}月，${facts.place}`;
  return [
    {
      title: '本月概况',
      blocks: [
        concentrationText(facts, facts.month, opening),
        ...withoutSandText(facts, facts.monthWithoutSand),
        concentrationTable(facts),
      ],
    },
    ...(soFar
      ? [
          {
            title: '年内累计',
            blocks: [
              concentrationText(facts, soFar, `${facts.year}年${periodName(soFar.now)}，${facts.place}`),
              ...withoutSandText(facts, facts.soFarWithoutSand),
              compositeText(facts, soFar),
              pm25Chart(facts),
            ],
          },
        ]
      : []),
    {
      title: '空气质量级别',
      blocks: [
        daysText(facts.month),
        ...(soFar ? [daysText(soFar)] : []),
        ...primaryText(facts),
        aqiChart(facts),
        daysTable(facts),
      ],
    },
    {
      title: '各站点情况',
      blocks: [...stationsText(facts), stationRankTable(facts), stationTable(facts)],
    },
    ...(facts.progress ? [{ title: '行动计划目标进展', blocks: progressBlocks(facts.progress) }] : []),
    { title: '有关说明', blocks: closingNotes(facts) },
  ];
}

/** The month's bulletin from its facts: nothing is computed here but words. */
export function composeMonthly(facts: Facts): Composed {
  const blocks = sectionsOf(facts).flatMap(({ title, blocks: inside }, i) => [
    heading(`${ORDINALS[i]}、${title}`),
    ...inside,
  ]);
  return {
    title: `${facts.year}年${facts.monthNo}月${facts.place}环境空气质量通报`,
    blocks: [...provenanceBanner(facts), ...blocks],
    editions: editionsOf(facts.month.now.edition),
    cutOff: cutOffOf(facts),
    validity: validityOf(facts),
    provenance: provenanceOf(facts.month, facts.soFar, ...facts.months),
  };
}

/** 29.1: the district's monthly bulletin of air quality. @param progress the plan's measure beside it, where there is a plan */
export const monthlyAirBulletin = (reads: AirReads, progress?: ProgressRead): BulletinDefinition => ({
  id: 'air',
  title: { zh: '环境空气质量月通报', en: 'Monthly air quality bulletin' },
  period: 'month',
  coverage: (context) => coverageOf(context, reads),
  compose: async (context: ComposeContext) => composeMonthly(await gatherFacts(context, reads, progress)),
});
