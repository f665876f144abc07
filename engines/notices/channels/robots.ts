import { createHmac } from 'node:crypto';
import type { HookKind } from '../preferences.ts';
import { type Message, markdownOf, subjectOf } from './message.ts';

type Request = { url: URL; body: string; headers: Record<string, string> };

/** The robots that are spoken to, each by its maker's own interface. */
export const ROBOTS: Record<
  HookKind,
  {
    request(url: URL, secret: string | null, message: Message, now: Date): Request;
    /** codes of an answer that mean: too many at the moment */
    busy: readonly number[];
    /** whether 200 alone means taken, or `errcode` 0 has to be in it */
    answersCode: boolean;
  }
> = {
  // developer.work.weixin.qq.com, 群机器人配置说明: markdown of at most 4096 bytes, 20 messages a minute (45009)
  wecom: {
    request: (url, _secret, message) => ({
      url,
      body: JSON.stringify({ msgtype: 'markdown', markdown: { content: markdownOf(message, 4096) } }),
      headers: {},
    }),
    busy: [45009, -1],
    answersCode: true,
  },
  // open.dingtalk.com, 自定义机器人接入: sign = base64(HMAC-SHA256(secret, "timestamp\nsecret")), at most 20,000 bytes (130101: too many)
  dingtalk: {
    request(url, secret, message, now) {
      const signed = new URL(url);
      if (secret) {
        const timestamp = String(now.getTime());
        signed.searchParams.set('timestamp', timestamp);
        signed.searchParams.set(
          'sign',
          createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
        );
      }
      const markdown = { title: subjectOf(message).zh, text: markdownOf(message, 18_000) };
      return { url: signed, body: JSON.stringify({ msgtype: 'markdown', markdown }), headers: {} };
    },
    busy: [130101, -1],
    answersCode: true,
  },
  // ours: docs/guides/send-notices.md
  json: {
    request(url, secret, message, now) {
      const body = JSON.stringify({ subject: subjectOf(message), ...message });
      const timestamp = String(now.getTime());
      const headers: Record<string, string> = {};
      if (secret) {
        headers['x-lantian-timestamp'] = timestamp;
        headers['x-lantian-signature'] =
          `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
      }
      return { url, body, headers };
    },
    busy: [],
    answersCode: false,
  },
};
