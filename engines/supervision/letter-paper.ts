import { bulletinDocx, dateZh } from '#engines/bulletins';
import { LAMP_PRINT } from '#engines/indicators';
import type { LetterFacts } from './wire.ts';

export type LetterPaper = {
  number: string | null;
  issuer: string;
  unit: string;
  measureId: string;
  facts: LetterFacts;
  issuedOn: string | null;
  answerBy: string | null;
};

/** 西气督〔2021〕3号 */
export const letterNumber = (prefix: string, year: number, no: number): string => `${prefix}〔${year}〕${no}号`;

/** What is demanded of whoever is behind, in the words of the letter. */
export const demandOf = (kind: 'overdue' | 'behind', measureId: string): string =>
  kind === 'overdue'
    ? `请对照行动计划措施${measureId}查明未按期完成的原因，明确补齐时限和责任人，加快办理，并逐项反馈。`
    : `请对照行动计划措施${measureId}分析进度滞后的原因，提出赶上进度的具体安排和月度数量，并逐项反馈。`;

/** A supervision letter as a Word document in the layout of GB/T 9704-2012. */
export function letterDocx(letter: LetterPaper): Promise<Uint8Array> {
  const { facts, measureId } = letter;
  const head = (text: string) => ({ runs: [text], header: true });
  const plain = (text: string) => ({ runs: [text], header: false });
  const table = {
    kind: 'table' as const,
    caption: `截至${dateZh(facts.asOf)}的指标`,
    unit: null,
    notes: [],
    rows: [
      ['指标', '现值', '要求', '判定'].map(head),
      ...facts.figures.map((f) =>
        [
          f.title.zh,
          f.value === null ? '—' : `${f.value}${f.unit.zh}`,
          f.target?.zh ?? '—',
          LAMP_PRINT[f.judgement].text,
        ].map(plain),
      ),
    ],
  };
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [text] });
  return bulletinDocx({
    title: `关于措施${measureId}${facts.kind === 'overdue' ? '逾期未完成' : '进度滞后'}的督办函`,
    issuer: letter.issuer,
    number: letter.number,
    issuedOn: letter.issuedOn,
    corrected: false,
    recipient: letter.unit,
    blocks: [
      paragraph(
        `${facts.year}年行动计划措施${measureId}由你单位负责，完成时限为${facts.deadline}。截至${dateZh(facts.asOf)}，${facts.why.zh}。现予督办。`,
      ),
      { kind: 'heading', text: '一、督办事项' },
      paragraph(facts.words),
      { kind: 'heading', text: '二、进展情况' },
      ...(facts.figures.length ? [table] : [paragraph('目前没有可以佐证进展的数据。')]),
      { kind: 'heading', text: '三、办理要求' },
      paragraph(`${facts.demand}${letter.answerBy ? `请于${dateZh(letter.answerBy)}前书面反馈办理情况。` : ''}`),
    ],
  } as Parameters<typeof bulletinDocx>[0]);
}
