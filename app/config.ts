import { z } from 'zod';
import type { ChannelSettings } from '#engines/notices';
import { isCalendarDate } from '#platform/clock';
import { Refusal } from '#platform/refusal';

/** What a process can be: hears devices; computes and stores; serves the web and its interface. */
export const PROCESS_ROLES = ['gateway', 'worker', 'api'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/** a port, or off */
const listener = z.union([z.literal('off'), z.coerce.number().int().min(0).max(65535)]);

/** All that the environment sets. Every variable has a default but DATABASE_URL's absence, which means: embedded. */
const environment = z.object({
  LANTIAN_PORT: z.coerce.number().int().min(0).max(65535).default(4680),
  LANTIAN_HOST: z.string().default('127.0.0.1'),
  LANTIAN_DATA: z.string().default('./data'),
  LANTIAN_DISTRICT: z.string().default('xicheng'),
  LANTIAN_DEMO: z.enum(['0', '1']).default('1'),
  LANTIAN_SIMULATE: z.enum(['0', '1']).default('1'),
  LANTIAN_TODAY: z.string().refine(isCalendarDate).optional(),
  LANTIAN_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  LANTIAN_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  LANTIAN_OIDC_ISSUER: z.url().optional(),
  LANTIAN_OIDC_CLIENT_ID: z.string().optional(),
  LANTIAN_OIDC_CLIENT_SECRET: z.string().optional(),
  LANTIAN_OIDC_TITLE: z.string().default('单点登录'),
  LANTIAN_OIDC_REDIRECT: z.url().optional(),
  DATABASE_URL: z.string().optional(),
  LANTIAN_ROLES: z
    .string()
    .default('all')
    .transform((text) => (text === 'all' ? [...PROCESS_ROLES] : text.split(',').map((one) => one.trim())))
    .pipe(z.array(z.enum(PROCESS_ROLES)).min(1)),
  NATS_URL: z.string().optional(),
  LANTIAN_NATS_REPLICAS: z.coerce.number().int().min(1).max(5).default(3),
  LANTIAN_NATS_SYNC: z.enum(['late', 'always']).default('late'),
  LANTIAN_DEVICE_HOST: z.string().optional(),
  LANTIAN_HJ212_PORT: listener.optional(),
  LANTIAN_VEHICLES_PORT: listener.optional(),
  LANTIAN_JT808_PORT: listener.optional(),
  LANTIAN_MQTT_PORT: listener.optional(),
  LANTIAN_MQTT_URL: z.string().optional(),
  LANTIAN_MQTT_CLIENT_ID: z.string().min(1).default('lantian'),
  LANTIAN_MQTT_CONNECTIONS: z.coerce.number().int().min(1).max(32).default(1),
  LANTIAN_MQTT_TOPICS: z.string().default(''),
  LANTIAN_DEVICE_ALLOW: z.string().default(''),
  LANTIAN_DEVICE_TLS_KEY: z.string().optional(),
  LANTIAN_DEVICE_TLS_CERT: z.string().optional(),
  LANTIAN_URL: z.url({ protocol: /^https?$/ }).optional(),
  LANTIAN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  LANTIAN_MAIL_FROM: z.string().min(3).default('蓝天 <lantian@localhost>'),
  LANTIAN_HOOKS_PRIVATE: z.enum(['0', '1']).default('0'),
});

export type Config = {
  port: number;
  host: string;
  dataFolder: string;
  district: string;
  demo: boolean;
  /** whether the demonstration's simulated devices report */
  simulate: boolean;
  today: string | undefined;
  logLevel: z.infer<typeof environment>['LANTIAN_LOG'];
  trustProxy: boolean;
  oidc:
    | { issuer: string; clientId: string; clientSecret: string; title: string; redirect: string | undefined }
    | undefined;
  databaseUrl: string | undefined;
  devices: DeviceListeners;
  roles: readonly ProcessRole[];
  /** the bus between gateways and workers; without it gateways write into the store themselves */
  bus: { url: string; replicas: number; writesThrough: boolean } | undefined;
  /** how people are told outside of the application */
  channels: ChannelSettings;
};

/** Where devices are heard; a listener that is off has no port. */
export type DeviceListeners = {
  host: string;
  hj212: number | undefined;
  /** GB 17691, HJ 1239, GB/T 32960 */
  vehicles: number | undefined;
  jt808: number | undefined;
  /** the built-in broker */
  mqtt: number | undefined;
  /** a broker that exists already, listened to as a client */
  mqttSource: { url: string; clientId: string; connections: number } | undefined;
  /** topics of both, with {id} or {stream}; undefined: the usual ones */
  mqttTopics: string[] | undefined;
  /** addresses and networks that may connect; empty: all */
  allow: string[];
  tls: { keyFile: string; certFile: string } | undefined;
};

/** @throws Refusal config_invalid: names the variable and what it takes */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const name = issue.path.join('.');
    throw new Refusal('config_invalid', {
      zh: `环境变量 ${name} 的值不对（${issue.message}），请改正后重新启动。`,
      en: `The environment variable ${name} is not right (${issue.message}); correct it and start again.`,
    });
  }
  const e = parsed.data;
  return {
    port: e.LANTIAN_PORT,
    host: e.LANTIAN_HOST,
    dataFolder: e.LANTIAN_DATA,
    district: e.LANTIAN_DISTRICT,
    demo: e.LANTIAN_DEMO === '1',
    simulate: e.LANTIAN_DEMO === '1' && e.LANTIAN_SIMULATE === '1',
    today: e.LANTIAN_TODAY,
    logLevel: e.LANTIAN_LOG,
    trustProxy: e.LANTIAN_TRUST_PROXY === '1',
    oidc:
      e.LANTIAN_OIDC_ISSUER && e.LANTIAN_OIDC_CLIENT_ID && e.LANTIAN_OIDC_CLIENT_SECRET
        ? {
            issuer: e.LANTIAN_OIDC_ISSUER,
            clientId: e.LANTIAN_OIDC_CLIENT_ID,
            clientSecret: e.LANTIAN_OIDC_CLIENT_SECRET,
            title: e.LANTIAN_OIDC_TITLE,
            redirect: e.LANTIAN_OIDC_REDIRECT,
          }
        : undefined,
    databaseUrl: e.DATABASE_URL,
    roles: e.LANTIAN_ROLES,
    bus: e.NATS_URL
      ? { url: e.NATS_URL, replicas: e.LANTIAN_NATS_REPLICAS, writesThrough: e.LANTIAN_NATS_SYNC === 'always' }
      : undefined,
    channels: {
      mail: e.LANTIAN_SMTP_URL ? { url: e.LANTIAN_SMTP_URL, from: e.LANTIAN_MAIL_FROM } : undefined,
      publicUrl: e.LANTIAN_URL,
      privateHooks: e.LANTIAN_HOOKS_PRIVATE === '1',
    },
    devices: {
      host: e.LANTIAN_DEVICE_HOST ?? e.LANTIAN_HOST,
      hj212: portOf(e.LANTIAN_HJ212_PORT, e.LANTIAN_PORT, 1),
      vehicles: portOf(e.LANTIAN_VEHICLES_PORT, e.LANTIAN_PORT, 2),
      jt808: portOf(e.LANTIAN_JT808_PORT, e.LANTIAN_PORT, 3),
      mqtt: portOf(e.LANTIAN_MQTT_PORT, e.LANTIAN_PORT, 4),
      mqttSource: e.LANTIAN_MQTT_URL
        ? { url: e.LANTIAN_MQTT_URL, clientId: e.LANTIAN_MQTT_CLIENT_ID, connections: e.LANTIAN_MQTT_CONNECTIONS }
        : undefined,
      mqttTopics: listOf(e.LANTIAN_MQTT_TOPICS),
      allow: listOf(e.LANTIAN_DEVICE_ALLOW) ?? [],
      tls:
        e.LANTIAN_DEVICE_TLS_KEY && e.LANTIAN_DEVICE_TLS_CERT
          ? { keyFile: e.LANTIAN_DEVICE_TLS_KEY, certFile: e.LANTIAN_DEVICE_TLS_CERT }
          : undefined,
    },
  };
}

/** what stands between commas; undefined when nothing does */
const listOf = (text: string): string[] | undefined => {
  const list = text.split(',').flatMap((entry) => entry.trim() || []);
  return list.length > 0 ? list : undefined;
};

/** The listeners stand on the ports behind the web's own unless they are told another; any free one where that is any. */
const portOf = (told: number | 'off' | undefined, web: number, behind: number) =>
  told === 'off' ? undefined : (told ?? (web === 0 ? 0 : web + behind));
