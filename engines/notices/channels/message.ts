import type { Sentence } from '#platform/refusal';
import type { Urgency } from '../matter.ts';

/** What a person is told in one message: everything that is new. */
export type Message = {
  day: string;
  notices: readonly {
    id: string;
    about: Sentence;
    urgency: Urgency;
    title: Sentence;
    words: Sentence | null;
    /** a whole address; null where this house does not know under which address it is opened */
    link: string | null;
    /** the name of the person for whom the reader stands in */
    onBehalfOf: string | null;
  }[];
};

export const URGENCY_WORDS: Record<Urgency, Sentence> = {
  late: { zh: '逾期', en: 'overdue' },
  soon: { zh: '需抓紧', en: 'pressing' },
  info: { zh: '告知', en: 'for information' },
};

/** 蓝天：3项待办，其中2项逾期 */
export function subjectOf({ notices }: Message): Sentence {
  const late = notices.filter(({ urgency }) => urgency === 'late').length;
  return {
    zh: `蓝天：${notices.length}项待办${late ? `，其中${late}项逾期` : ''}`,
    en: `Lantian: ${notices.length} to do${late ? `, ${late} overdue` : ''}`,
  };
}

/** As markdown that robots of 企业微信 and 钉钉 show, whole lines as far as they fit. */
export function markdownOf(message: Message, mostBytes: number): string {
  const lines = [`**${subjectOf(message).zh}**`];
  const rest = (left: number) => `还有${left}项，请登录查看。`;
  let bytes = Buffer.byteLength(lines[0]!) + 60;
  for (const [i, { urgency, title, words, link, onBehalfOf, about }] of message.notices.entries()) {
    const name = link ? `[${plain(title.zh)}](${link})` : plain(title.zh);
    const whose = onBehalfOf ? `（代${plain(onBehalfOf)}）` : '';
    const line = `- 【${URGENCY_WORDS[urgency].zh}】${plain(about.zh)}：${name}${whose}${words ? `　${plain(words.zh)}` : ''}`;
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > mostBytes) {
      lines.push(rest(message.notices.length - i));
      break;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

/** words that stay words: no markup, no mention of people, no line of their own */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]()<>#@~|]/g, (sign) => FULL_WIDTH[sign] ?? ' ')
    .slice(0, 300);
const FULL_WIDTH: Record<string, string> = {
  '*': '＊',
  _: '＿',
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
  '<': '＜',
  '>': '＞',
  '#': '＃',
  '@': '＠',
  '|': '｜',
};
