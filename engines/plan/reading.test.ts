import { describe, expect, it } from 'vitest';
import type { UnitDirectory } from '#engines/district';
import { readPlan } from './reading.ts';

const directory: UnitDirectory = {
  district: '西城区',
  units: [{ id: 'housing', nameZh: '区住房城市建设委', kind: 'bureau', aliases: [{ alias: '区住建委' }] }],
};
const plan = (title: string) =>
  new TextEncoder().encode(`${title}
一、扬尘管控
1.加强工地监管。检查工地不少于300个。（责任单位：区住建委；完成时限：年底前）
`);

describe('a plan document read with a district’s directory', () => {
  it('names the units as the directory does', () => {
    const { chapters, warnings } = readPlan('a.txt', plan('北京市西城区2022年大气污染防治行动计划'), directory);
    expect(chapters[0]?.tasks[0]?.measures[0]?.lead).toEqual(['区住房城市建设委']);
    expect(warnings).toEqual([]);
  });

  it('keeps them as written where the title names another district, and says so', () => {
    const { district, chapters, warnings } = readPlan('a.txt', plan('东湖区2022年大气污染防治行动计划'), directory);
    expect([district, chapters[0]?.tasks[0]?.measures[0]?.lead]).toEqual(['东湖区', ['区住建委']]);
    expect(warnings.map((w) => w.code)).toEqual(['other_district']);
  });

  it('uses the directory where the title names no district', () => {
    const { chapters } = readPlan('a.txt', plan('2022年大气污染防治行动计划'), directory);
    expect(chapters[0]?.tasks[0]?.measures[0]?.lead).toEqual(['区住房城市建设委']);
  });

  it('is refused with one sentence when it is only a letter', () => {
    const letter = new TextEncoder().encode('关于报送材料的函\n区大气办：\n现将有关材料报上，请审阅。\n2022年4月2日\n');
    expect(() => readPlan('a.txt', letter, directory)).toThrow(expect.objectContaining({ code: 'document_empty' }));
  });
});
