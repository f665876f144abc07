import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { devicePlaces, registerVersion } from '#engines/devices';
import type { Db } from '#platform/store';
import { sourcesOf } from '../../store.ts';

/** how long what is said of devices is believed without looking, ms: channels come without the register's moving */
const BELIEVED_MS = 2000;

type Known = {
  version: number;
  at: number;
  devices: readonly { id: number; width: number; text: string }[];
  channelSets: string;
};

export type LatestAnswer = { readonly text: string; readonly etag: string };

/**
 * The newest packets of all devices as one JSON text (`latestOfDevices`): one query over a small table that is written with
 * every commit, so that what was acknowledged is in the next answer. What devices are called changes seldom and is put
 * before their packets from memory.
 */
export class LatestBoard {
  readonly #db: Db;
  #known: Known | undefined;
  #sources = new Map<number, string>();

  constructor(db: Db) {
    this.#db = db;
  }

  async read(): Promise<LatestAnswer> {
    const { version, packets } = await newest(this.#db);
    let known = this.#known;
    if (!known || known.version !== version || known.at + BELIEVED_MS < Date.now() || !fits(known, packets))
      known = await this.#learn();
    const used = new Set<number>();
    const devices = known.devices.map(({ id, text }) => {
      const packet = packets.get(id);
      if (!packet) return `${text},"packet":null}`;
      used.add(packet.sourceId);
      return `${text},"packet":${packet.text}}`;
    });
    const text = `{"devices":[${devices.join(',')}],"channelSets":${known.channelSets},"sources":[${(await this.#sourceTexts([...used])).join(',')}]}`;
    return { text, etag: `W/"${createHash('sha1').update(text).digest('base64url')}"` };
  }

  async #learn(): Promise<Known> {
    // the version first: what changes while we read is read again the next time
    const version = await registerVersion(this.#db);
    const at = Date.now();
    const sets = new Map<string, number>();
    const devices = (await devicePlaces(this.#db)).map(({ channels, ...device }) => {
      const set = JSON.stringify(channels);
      if (!sets.has(set)) sets.set(set, sets.size);
      const text = JSON.stringify({ ...device, channelSet: sets.get(set) }).slice(0, -1);
      return { id: device.id, width: channels.length, text };
    });
    this.#known = { version, at, devices, channelSets: `[${[...sets.keys()].join(',')}]` };
    return this.#known;
  }

  async #sourceTexts(ids: number[]): Promise<string[]> {
    if (ids.some((id) => !this.#sources.has(id)))
      for (const { id, kind, label } of await sourcesOf(this.#db, ids))
        this.#sources.set(id, JSON.stringify({ id, kind, label }));
    return ids.sort((a, b) => a - b).flatMap((id) => this.#sources.get(id) ?? []);
  }
}

type Newest = { sourceId: number; width: number; text: string };

const fits = (known: Known, packets: ReadonlyMap<number, Newest>) =>
  known.devices.every(({ id, width }) => (packets.get(id)?.width ?? 0) <= width);

async function newest(db: Db): Promise<{ version: number; packets: Map<number, Newest> }> {
  const { rows } = await sql<{ version: number; lines: string | null }>`
    select (select last_value from device_register_version) as version, (
      select string_agg(device_id || ';' || date_part('epoch', at) || ';' || span_minutes || ';' || date_part('epoch', received_at)
        || ';' || source_id || ';' || flags || ';' || values::text, '|')
      from (select distinct on (device_id) * from latest_packet where span_minutes <= 60
            order by device_id, at + span_minutes * interval '1 minute' desc, span_minutes) p) as lines`.execute(db);
  const { version, lines } = rows[0]!;
  const packets = new Map<number, Newest>();
  for (const line of lines?.split('|') ?? []) {
    const [id, at, span, received, source, flags, values] = line.split(';') as [string, ...string[]];
    const when = (seconds: string | undefined) => new Date(Number(seconds) * 1000).toISOString();
    const numbers = jsonNumbers(values!);
    packets.set(Number(id), {
      sourceId: Number(source),
      width: flags!.length,
      text: `{"at":"${when(at)}","span":${span},"receivedAt":"${when(received)}","sourceId":${source},"values":${numbers},"flags":"${flags}"}`,
    });
  }
  return { version: Number(version), packets };
}

/** The text of a real[] as JSON; what JSON has no number for is no value. */
function jsonNumbers(array: string): string {
  const inner = array.slice(1, -1);
  if (!/[a-zA-Z]/.test(inner)) return `[${inner}]`;
  return `[${inner
    .split(',')
    .map((text) => (Number.isFinite(Number(text)) ? text : 'null'))
    .join(',')}]`;
}
