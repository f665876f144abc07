import { describe, expect, it } from 'vitest';
import { asIssued, meaningIn } from '../../../tests/plan/documents/issued.ts';
import { texts, wordFiles, workbooks } from '../../../tests/plan/documents/same-plan.ts';

const counts = asIssued.plan.map((chapter) => chapter.tasks.reduce((n, task) => n + task.measures.length, 0));

describe('the issued plan, written down in another way, is read as the same plan', () => {
  it('which has 58 measures in 6 chapters', () => {
    expect(counts).toEqual([1, 13, 16, 6, 18, 4]);
  });

  it.each(Object.entries(wordFiles))('Word: %s', (_, bytes) => {
    expect(meaningIn('plan.docx', bytes)).toEqual(asIssued);
  });

  it.each(Object.entries(workbooks))('workbook: %s', (_, bytes) => {
    expect(meaningIn('plan.xlsx', bytes)).toEqual(asIssued);
  });

  it.each(Object.entries(texts))('text: %s', (_, bytes) => {
    expect(meaningIn('plan.txt', bytes)).toEqual(asIssued);
  });
});
