import type { DescribedEdition } from '#standards/editions';
import type { DescribedStandard } from './catalogue.ts';

const CERTAINTY = { H: 'H 原文', M: 'M 转述', L: 'L 设定' } as const;

const HEAD = `# 标准 Standards

本页由各标准的数据表生成（\`npx lantian standards --print\`），请勿手工修改。
This page is printed from the tables of the standards; it is not edited by hand.

确定程度 certainty: **H** 已阅读正式文本，或已用公布的数字复算 official text read, or reproduces published figures · **M** 他人转述或引用 reported by others ·
**L** 一般知识，作为可调设定 general knowledge, a setting.`;

/** A cell of a Markdown table holds no bar and no line break. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.length === 0 ? [] : [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells)), ''];
const heading = (text: string, rows: readonly string[]) => (rows.length === 0 ? [] : [`**${text}**`, '', ...rows]);

const force = ({ inForce }: DescribedEdition) => `${inForce.from} – ${inForce.until ?? ''}`.trim();

function section({ folder, document, title, editions, clauses, settings, gaps }: DescribedStandard): string {
  const lines = [
    `## ${document} ${title.zh}`,
    '',
    `${title.en} · \`standards/${folder}\``,
    '',
    ...table(
      ['版本 edition', '施行 in force', '依据 citation', '确定程度 certainty', '核对 checked'],
      editions.map((one) => [one.edition, force(one), one.citation, CERTAINTY[one.confidence], one.checkedOn]),
    ),
    ...heading(
      '已实现 implemented',
      table(
        ['条款 clause', '内容', 'what', '函数 by', ''],
        clauses.map(({ clause, what, by, confidence = 'H' }) => [
          clause,
          what.zh,
          what.en,
          by.map((name) => `\`${name}\``).join(' '),
          confidence,
        ]),
      ),
    ),
    ...heading(
      '可调设定 settings',
      table(
        ['设定 setting', '默认 default', '说明', 'what', ''],
        settings.map(({ name, default: value, what, confidence }) => [
          `\`${name}\``,
          value,
          what.zh,
          what.en,
          confidence,
        ]),
      ),
    ),
    ...heading('未能取得依据 not sourced', [
      ...gaps.map(({ zh, en }) => `- ${zh} ${en}`),
      ...(gaps.length ? [''] : []),
    ]),
  ];
  return lines.join('\n').trimEnd();
}

/** The page docs/standards.md: which editions, clauses, settings and gaps every folder has. */
export function printStandards(standards: readonly DescribedStandard[]): string {
  const list = standards.map(({ document, title, folder }) => `- ${document} ${title.zh} ${title.en} (\`${folder}\`)`);
  return `${[HEAD, list.join('\n'), ...standards.map(section)].join('\n\n')}\n`;
}
