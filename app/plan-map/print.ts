import type { IndicatorRegistry } from '#engines/indicators';
import type { MappedPlan } from './map.ts';
import { measuresOf } from './map.ts';

const HEAD = `# 行动计划与系统 The plans and what serves them

本页由印发的计划文件和各年的 \`bindings.yaml\` 生成（\`npx lantian plan map > docs/plan-map.md\`），请勿手工修改。
This page is printed from the issued documents and each year's \`bindings.yaml\`; it is not edited by hand.
`;

/** A cell of a Markdown table holds no bar and no line break. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
const row = (...cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;

/** The page docs/plan-map.md: measure by measure its wording, term, lead units, targets and the indicators that serve it. */
export function printPlanMap(plans: readonly MappedPlan[], registry: IndicatorRegistry): string {
  return `${[HEAD, ...plans.map((plan) => planSection(plan, registry))].join('\n')}`;
}

function planSection(plan: MappedPlan, registry: IndicatorRegistry): string {
  const measures = measuresOf(plan);
  const served = measures.filter(({ id }) => plan.bindings[id]).length;
  const lines = [
    `## ${plan.reading.title ?? plan.document}`,
    '',
    `\`districts/${plan.district}/plan-${plan.year}/${plan.document}\` · ${measures.length} 项措施 measures · ${served} 项有指标 served by an indicator`,
    '',
  ];
  for (const chapter of plan.reading.chapters) {
    lines.push(`### ${chapter.no} ${chapter.title}`, '');
    lines.push(
      row('措施', '工作措施', '完成时限', '主责单位', '目标', '指标 indicators'),
      '| --- | --- | --- | --- | --- | --- |',
    );
    for (const task of chapter.tasks)
      for (const { id, text, deadline, lead, targets } of task.measures)
        lines.push(
          row(
            id,
            `**${task.title}** ${text}`,
            deadline.raw,
            lead.join('、'),
            targets.map(({ quote }) => quote).join('；'),
            (plan.bindings[id] ?? [])
              .map(({ indicator }) => `${registry.find(indicator)?.title.zh ?? ''} \`${indicator}\``)
              .join('<br>') || '—',
          ),
        );
    lines.push('');
  }
  return lines.join('\n');
}
