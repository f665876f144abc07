import { commandSettingsOf } from '#engines/devices';
import { type Acting, record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import {
  REQUEST_RETURNS,
  REQUESTS,
  RESULT_RETURNS,
  type RequestItem,
  type RequestName,
  requestFaults,
} from '#protocols/hj-212';
import { askCommand, type CommandRow, cancelCommand, commandById } from './store.ts';
import { AT_SENDING, SECRET_ITEMS } from './waiting.table.ts';
import type { DeviceCommand, RequestKind } from './wire.ts';

const isRequest = (name: string): name is RequestName => Object.hasOwn(REQUESTS, name);
const NOW = '20260101000000';

/** Which requests a device of HJ 212 can be asked, with the values that the standard allows. */
export const requestKinds = (): RequestKind[] =>
  Object.entries(REQUESTS).map(([name, { cn, zh, en, items }]) => ({
    name,
    cn,
    title: { zh, en },
    items: (items as readonly RequestItem[]).map((row) => ({
      item: row.item,
      optional: row.optional === true,
      kind: row.kind,
      length: row.kind === 'text' ? (row.length ?? null) : null,
      from: row.kind === 'whole' ? row.from : null,
      to: row.kind === 'whole' ? row.to : null,
      of: row.kind === 'choice' ? [...row.of] : null,
      unit: row.kind === 'whole' || row.kind === 'choice' ? row.unit : '',
      secret: SECRET_ITEMS.has(row.item),
      atSending: AT_SENDING.has(row.item),
    })),
  }));

/**
 * A person asks a device something; it is sent when the device is connected, now or within the time its model allows.
 * @throws Refusal not_found, value_out_of_range (a request or value that the standard does not have), not_in_this_state
 */
export async function askDevice(
  db: Db,
  actor: Acting,
  deviceId: number,
  asked: { name: string; arguments: Record<string, string> },
): Promise<DeviceCommand> {
  const { name } = asked;
  if (!isRequest(name)) throw noSuch(name);
  const values = Object.fromEntries(Object.entries(asked.arguments).filter(([, value]) => value !== ''));
  const timed = Object.fromEntries([...AT_SENDING].filter((item) => takes(name, item)).map((item) => [item, NOW]));
  const faults = requestFaults(name, { ...timed, ...values });
  if (faults.length > 0) throw wrong(faults);
  const settings = await commandSettingsOf(db, deviceId);
  if (settings.state === 'retired' || !settings.speaksHj212) throw notSpoken(settings.state);
  const shown = Object.fromEntries(Object.entries(values).filter(([item]) => !SECRET_ITEMS.has(item)));
  const secret = Object.fromEntries(Object.entries(values).filter(([item]) => SECRET_ITEMS.has(item)));
  return db.transaction().execute(async (tx) => {
    const row = await askCommand(tx, {
      deviceId,
      name,
      arguments: shown,
      secret: Object.keys(secret).length > 0 ? secret : undefined,
      by: { accountId: actor.accountId, name: actor.name },
      waitHours: settings.commandWaitHours,
    });
    await record(tx, actor, {
      action: 'device.command',
      subjectKind: 'device',
      subjectId: String(deviceId),
      after: { command: row.id, name, arguments: shown },
    });
    return shapeOf(row);
  });
}

const takes = (name: RequestName, item: string) =>
  (REQUESTS[name].items as readonly RequestItem[]).some((row) => row.item === item);

/** Takes a command back that has not been sent. @throws Refusal not_found, not_in_this_state */
export async function takeBack(db: Db, actor: Acting, deviceId: number, id: string): Promise<DeviceCommand> {
  return db.transaction().execute(async (tx) => {
    const row = await cancelCommand(tx, deviceId, id);
    if (!row) {
      if (!(await commandById(tx, deviceId, id))) throw new Refusal('not_found', NO_COMMAND);
      throw new Refusal('not_in_this_state', SENT_ALREADY);
    }
    await record(tx, actor, {
      action: 'device.command-cancel',
      subjectKind: 'device',
      subjectId: String(deviceId),
      after: { command: id, name: row.name },
    });
    return shapeOf(row);
  });
}

const NO_COMMAND = { zh: '没有这条命令，请刷新页面。', en: 'There is no such command; reload the page.' };
const SENT_ALREADY = {
  zh: '命令已经下发，不能再撤回。',
  en: 'The command has been sent already and cannot be taken back.',
};

export function shapeOf(row: CommandRow): DeviceCommand {
  const { zh, en } = isRequest(row.name) ? REQUESTS[row.name] : { zh: row.name, en: row.name };
  const { code } = row.outcome ?? {};
  const returns: Readonly<Record<string, { zh: string; en: string }>> =
    row.state === 'refused' ? REQUEST_RETURNS : RESULT_RETURNS;
  const words = code === undefined ? undefined : returns[code];
  return {
    id: row.id,
    deviceId: row.deviceId,
    name: row.name,
    title: { zh, en },
    arguments: row.arguments,
    askedAt: row.askedAt.toISOString(),
    askedByName: row.askedByName,
    state: row.state,
    exchange: row.exchange,
    tries: row.tries,
    changedAt: row.changedAt.toISOString(),
    waitsUntil: row.waitsUntil?.toISOString() ?? null,
    outcome: row.outcome && { ...row.outcome, ...(words ? { words: { zh: words.zh, en: words.en } } : {}) },
  };
}

const noSuch = (name: string) =>
  new Refusal(
    'value_out_of_range',
    { zh: '没有这种命令，请从列表中选择。', en: 'There is no such command: choose one of the list.' },
    { name },
  );

const wrong = (faults: readonly string[]) =>
  new Refusal(
    'value_out_of_range',
    {
      zh: `命令参数不符合 HJ 212 的规定（${faults.join('；')}），请改正。`,
      en: `The values are not as HJ 212 allows (${faults.join('; ')}): correct them.`,
    },
    { faults },
  );

const notSpoken = (state: string) =>
  state === 'retired'
    ? new Refusal('not_in_this_state', {
        zh: '设备已停用，不能下发命令。',
        en: 'The device is retired and takes no commands.',
      })
    : new Refusal('not_in_this_state', {
        zh: '该设备没有 HJ 212 标识，不能反向下发命令。',
        en: 'The device has no identity of HJ 212, so that no command can be sent to it.',
      });
