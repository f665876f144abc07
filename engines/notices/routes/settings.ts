import { z } from 'zod';
import { isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import { livePeople } from '#platform/identity';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import { sendHook } from '../channels/hook.ts';
import { candidatesFor, deputationsAbout, endDeputy, nameDeputy } from '../deputies.ts';
import { prefer, preferenceOf, setHook, shown } from '../preferences.ts';
import { hookKind, hookTrial, noticeSettings, reach } from '../wire.ts';
import type { NoticeDeps } from './index.ts';

const tags = ['notices'];
const may = 'notice.own';
const day = z.string().refine(isCalendarDate);
const response = { 200: noticeSettings };

export function settingRoutes(http: Http, { db, clock, channels }: NoticeDeps): void {
  const settingsOf = async ({ accountId }: Actor) => {
    const own = accountId!;
    const [preference, people, about, candidates] = await Promise.all([
      preferenceOf(db, own),
      livePeople(db),
      deputationsAbout(db, own, clock.today()),
      candidatesFor(db, own),
    ]);
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '—';
    const { mail, hook } = preference;
    return {
      mail: {
        from: mail,
        address: people.find(({ id }) => id === own)?.email ?? null,
        configured: channels.mail !== undefined,
      },
      hook: { from: hook, set: shown(preference) },
      deputies: about.filter((d) => d.accountId === own).map((d) => ({ ...d, name: nameOf(d.deputyId) })),
      standsFor: about.filter((d) => d.deputyId === own).map((d) => ({ ...d, name: nameOf(d.accountId) })),
      candidates: candidates.map(({ id, name }) => ({ id, name })),
      today: clock.today(),
    };
  };

  http.get('/api/notices/settings', {
    config: { may },
    schema: { summary: 'How the person asking is told, and who stands in', tags, response },
    handler: ({ actor }) => settingsOf(actor),
  });

  http.put('/api/notices/settings', {
    config: { may },
    schema: {
      summary: 'From which urgency on the person is told by mail and by web hook',
      tags,
      body: z.object({ mail: reach, hook: reach }),
      response,
    },
    handler: async ({ actor, body }) => {
      await prefer(db, actor, body);
      return settingsOf(actor);
    },
  });

  http.put('/api/notices/hook', {
    config: { may },
    schema: {
      summary:
        'Sets the web hook of the person asking, or takes it away (null); its address and secret are never shown',
      tags,
      body: z.object({
        hook: z
          .object({
            kind: hookKind,
            url: z.string().min(1).max(1000),
            secret: z.string().trim().min(1).max(200).nullable().default(null),
          })
          .nullable(),
      }),
      response,
    },
    handler: async ({ actor, body }) => {
      await setHook(db, channels, actor, body.hook);
      return settingsOf(actor);
    },
  });

  http.post('/api/notices/hook/trial', {
    config: { may, rateLimit: { max: 5, timeWindow: 60_000 } },
    schema: { summary: 'Sends a trial message to the own web hook', tags, response: { 200: hookTrial } },
    handler: async ({ actor }) => {
      const { hookKind: kind, hookUrl: url, hookSecret: secret } = await preferenceOf(db, actor.accountId!);
      if (!kind || !url)
        throw new Refusal('not_in_this_state', {
          zh: '还没有设置群机器人地址，请先填写。',
          en: 'There is no web hook yet: enter its address first.',
        });
      const { privateHooks, publicUrl } = channels;
      const outcome = await sendHook({ kind, url, secret }, trial(clock.today(), publicUrl), { privateHooks });
      return { sent: outcome.state === 'sent', failure: outcome.state === 'sent' ? null : outcome.failure };
    },
  });

  http.post('/api/notices/deputies', {
    config: { may },
    schema: {
      summary: 'Names who stands in for the person asking, from a day to a day',
      tags,
      body: z.object({ deputyId: z.uuid(), from: day, until: day }),
      response,
    },
    handler: async ({ actor, body }) => {
      await nameDeputy(db, actor, clock.today(), body);
      return settingsOf(actor);
    },
  });

  http.post('/api/notices/deputies/:id/end', {
    config: { may },
    schema: { summary: 'Ends an own deputation', tags, params: z.object({ id: z.uuid() }), response },
    handler: async ({ actor, params }) => {
      await endDeputy(db, actor, params.id);
      return settingsOf(actor);
    },
  });
}

const trial = (today: string, publicUrl: string | undefined) => ({
  day: today,
  notices: [
    {
      id: '0',
      about: { zh: '测试', en: 'Trial' },
      urgency: 'info' as const,
      title: { zh: '群机器人已接通', en: 'The web hook works' },
      words: null,
      link: publicUrl ? new URL('/notices', publicUrl).href : null,
      onBehalfOf: null,
    },
  ],
});
