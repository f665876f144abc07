import { z } from 'zod';
import { sentence } from '#platform/http';
import { URGENCIES } from './matter.ts';

export const urgency = z.enum(URGENCIES);
export const reach = z.enum(['off', ...URGENCIES]);
export const hookKind = z.enum(['wecom', 'dingtalk', 'json']);

export const noticeView = z.object({
  id: z.string(),
  day: z.string(),
  about: sentence,
  urgency,
  title: sentence,
  words: sentence.nullable(),
  href: z.string(),
  /** the name of the person for whom the reader stands in */
  onBehalfOf: z.string().nullable(),
  read: z.boolean(),
  /** settled, or told again by a newer one */
  over: z.boolean(),
});

/** GET /api/notices: newest first; `before` of the next page, null at the end */
export const noticeList = z.object({ notices: z.array(noticeView), unread: z.number(), next: z.string().nullable() });

export const noticeCount = z.object({ unread: z.number(), late: z.number() });

export const deputationView = z.object({ id: z.string(), name: z.string(), from: z.string(), until: z.string() });

/** GET /api/notices/settings: how a person is told, and who stands in. A hook's address and secret never leave. */
export const noticeSettings = z.object({
  mail: z.object({ from: reach, address: z.string().nullable(), configured: z.boolean() }),
  hook: z.object({
    from: reach,
    set: z.object({ kind: hookKind, host: z.string(), signed: z.boolean() }).nullable(),
  }),
  deputies: z.array(deputationView),
  /** for whom the person stands in */
  standsFor: z.array(deputationView),
  candidates: z.array(z.object({ id: z.string(), name: z.string() })),
  today: z.string(),
});

/** how a trial message went: the code of what the other side said where it went wrong */
export const hookTrial = z.object({ sent: z.boolean(), failure: z.string().nullable() });

export type NoticeView = z.infer<typeof noticeView>;
export type NoticeList = z.infer<typeof noticeList>;
export type NoticeCount = z.infer<typeof noticeCount>;
export type NoticeSettings = z.infer<typeof noticeSettings>;
export type HookTrial = z.infer<typeof hookTrial>;
