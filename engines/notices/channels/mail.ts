import { createTransport } from 'nodemailer';
import { type Message, subjectOf, URGENCY_WORDS } from './message.ts';
import type { Outcome } from './outcome.ts';

/** Sends one message as mail, in Chinese with the English below each line. */
export async function sendMail(
  { url, from }: { url: string; from: string },
  to: { name: string; address: string },
  message: Message,
): Promise<Outcome> {
  let handedOver = false;
  const heard = (_: unknown, said: unknown) => {
    if (said === 'DATA') handedOver = true;
  };
  // the library does not say how far it came when a connection breaks off: its log does
  const transport = createTransport({ url, debug: true, logger: loggerOf(heard) }, { from });
  const subject = subjectOf(message);
  try {
    await transport.sendMail({
      to,
      subject: subject.zh,
      text: textOf(message),
      html: htmlOf(message),
      // answered by nobody, and no machine's business
      headers: { 'auto-submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { state: 'sent' };
  } catch (error) {
    return outcomeOf(error as SmtpError, handedOver);
  } finally {
    transport.close();
  }
}

type SmtpError = { code?: string; responseCode?: number };

const loggerOf = (heard: (entry: unknown, said: unknown) => void) => ({
  trace: heard,
  debug: heard,
  info: heard,
  warn: heard,
  error: heard,
  fatal: heard,
  level: () => undefined,
});

/** RFC 5321 §4.2.1: 4yz may be tried again, 5yz not; without an answer to the message itself nobody knows. */
function outcomeOf({ code = 'broken off', responseCode }: SmtpError, handedOver: boolean): Outcome {
  const failure = responseCode ? `smtp ${responseCode}` : code;
  // a log-in that the server does not take is the house's fault, not the person's: it may be mended
  if (code === 'EAUTH') return { state: 'again', failure };
  if (responseCode) return { state: responseCode < 500 ? 'again' : 'failed', failure };
  return { state: handedOver ? 'uncertain' : 'again', failure };
}

function textOf({ notices }: Message): string {
  const parts = notices.map(({ about, urgency, title, words, link, onBehalfOf }) =>
    [
      `【${URGENCY_WORDS[urgency].zh}】${about.zh}：${title.zh}${onBehalfOf ? `（代${onBehalfOf}）` : ''}`,
      ...(words ? [words.zh] : []),
      `[${URGENCY_WORDS[urgency].en}] ${about.en}: ${title.en}${onBehalfOf ? ` (for ${onBehalfOf})` : ''}`,
      ...(words ? [words.en] : []),
      ...(link ? [link] : []),
    ].join('\n'),
  );
  return `${parts.join('\n\n')}\n\n${FOOT.zh}\n${FOOT.en}\n`;
}

function htmlOf({ notices }: Message): string {
  const items = notices.map(({ about, urgency, title, words, link, onBehalfOf }) => {
    const name = link ? `<a href="${escaped(link)}">${escaped(title.zh)}</a>` : escaped(title.zh);
    const whose = onBehalfOf ? `（代${escaped(onBehalfOf)}）` : '';
    const english = `[${URGENCY_WORDS[urgency].en}] ${about.en}: ${title.en}${words ? ` — ${words.en}` : ''}`;
    return `<li style="margin:0 0 12px"><b>【${URGENCY_WORDS[urgency].zh}】</b>${escaped(about.zh)}：${name}${whose}${
      words ? `<br>${escaped(words.zh)}` : ''
    }<br><span style="color:#666">${escaped(english)}</span></li>`;
  });
  return `<ul style="padding-left:20px">${items.join('')}</ul><p style="color:#666">${FOOT.zh}<br>${FOOT.en}</p>`;
}

const FOOT = {
  zh: '每件事每天最多提醒一次；提醒方式可在“提醒”页调整。',
  en: 'Each matter is told once a day at most; how you are told is set on the page “Notices”.',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
