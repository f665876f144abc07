import { record } from '#platform/audit';
import { isRefusal, Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { applyModel } from '../channels/apply.ts';
import type { By, DeviceDeps } from '../deps.ts';
import { editWithin, insertDevice, setIdentities } from '../inventory/acts.ts';
import { checkedFields, type Known, knownOf } from '../inventory/checks.ts';
import { deviceFields, type IdentityField } from '../inventory/fields.ts';
import { noteState } from '../inventory/states.ts';
import type { DeviceKind } from '../kinds.table.ts';
import { moveRegister, tables } from '../store.ts';
import { SHEET_COLUMNS, type SheetDevice, type SheetNames } from './columns.table.ts';
import { sheetDevices, sheetNames } from './devices.ts';
import { readSheet, type SheetError, type SheetRow } from './read.ts';

export type SheetChange = { column: string; before: string; after: string };
export type SheetOutcome = {
  rows: { row: number; code: string; what: 'new' | 'changed' | 'same' | 'wrong'; changes: SheetChange[] }[];
  errors: SheetError[];
  /** false: only tried, or not carried out because of errors */
  written: boolean;
};
export type SheetTexts = readonly { row: number; cells: readonly string[] }[];

/**
 * Reads a sheet of devices and says what it would do row by row; carries it out, whole or not at all, when asked to and
 * no row is wrong. Blank cells change nothing.
 * @throws Refusal import_file_unreadable
 */
export async function importSheet(
  deps: DeviceDeps,
  by: By,
  texts: SheetTexts,
  { dryRun }: { dryRun: boolean },
): Promise<SheetOutcome> {
  const { db, districtCode, others } = deps;
  const names = await sheetNames(db, districtCode);
  const known = await knownOf(db, districtCode, others.measures);
  const { rows, errors } = readSheet(texts, names);
  const devices = new Map((await sheetDevices(db)).map((device) => [device.code, device]));
  const owners = new Map([...devices.values()].flatMap((d) => d.identities.map((i) => [keyOf(i), d.code] as const)));
  const plans = rows.map((row) => planRow(row, devices.get(row.code), { known, names, owners, errors }));
  const outcome = {
    rows: plans.map(({ row, code, what, changes }) => ({ row, code, what, changes })),
    errors: errors.sort((a, b) => a.row - b.row),
  };
  if (dryRun || errors.length) return { ...outcome, written: false };
  await db.transaction().execute((tx) => carryOut(tx, deps, by, plans, known));
  return { ...outcome, written: true };
}

type Plan = SheetOutcome['rows'][number] & {
  deviceId: number | undefined;
  fields: Record<string, unknown>;
  identities: IdentityField[] | undefined;
};
type Around = { known: Known; names: SheetNames; owners: Map<string, string>; errors: SheetError[] };

function planRow(given: SheetRow, device: SheetDevice | undefined, { known, names, owners, errors }: Around): Plan {
  const { row, code } = given;
  const { code: _code, protocol, identities: listed, ...rest } = given.fields;
  const wrong = (column: string | null, value: string, zh: string, en: string) =>
    errors.push({ row, column, value, message: { zh, en } });
  const before = errors.length;
  const parsed = deviceFields.partial().safeParse(rest);
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const column = SHEET_COLUMNS.find(({ key }) => key === issue.path[0]);
      wrong(
        column?.zh ?? null,
        String(rest[String(issue.path[0])] ?? ''),
        '填写不对，请按模板的说明修改',
        issue.message,
      );
    }
  if (!device && rest.kind === undefined) wrong('类型', '', '新设备要填类型', 'a new device needs its kind');
  const place = { lon: device?.lon ?? undefined, lat: device?.lat ?? undefined };
  let fields: Record<string, unknown> = rest;
  try {
    if (parsed.success && errors.length === before)
      fields = placed(checkedFields({ ...place, ...parsed.data }, known), rest);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    wrong(null, '', error.sentence.zh, error.sentence.en);
  }
  const identities = identitiesOf(
    listed as string[] | undefined,
    protocol as string | undefined,
    device,
    known,
    rest.modelId,
  );
  if (identities === 'unclear') wrong('协议', '', '填了设备标识还要填协议', 'identities need a protocol');
  const own = identities === 'unclear' ? undefined : identities;
  for (const one of own ?? []) {
    const owner = owners.get(keyOf(one));
    if (owner !== undefined && owner !== code)
      wrong('设备标识', one.identity, `已属于设备“${owner}”`, `belongs to the device “${owner}”`);
    owners.set(keyOf(one), code);
  }
  const changes = changesOf(device, { ...fields, ...(own ? { identities: own } : {}) }, names);
  const what = errors.length > before ? 'wrong' : !device ? 'new' : changes.length ? 'changed' : 'same';
  return { row, code, what, changes, deviceId: device?.id, fields, identities: own };
}

/** only what the row says, and the street that its place has */
const placed = (checked: Record<string, unknown>, said: Record<string, unknown>) => ({
  ...said,
  ...('lon' in said || 'streetCode' in said ? { streetCode: checked.streetCode ?? null } : {}),
});

function identitiesOf(
  listed: string[] | undefined,
  protocol: string | undefined,
  device: SheetDevice | undefined,
  { models }: Known,
  modelId: unknown,
): IdentityField[] | 'unclear' | undefined {
  if (!listed) return undefined;
  const of = protocol ?? device?.identities[0]?.protocol ?? models.get(String(modelId ?? device?.modelId))?.protocol;
  if (of === undefined) return 'unclear';
  return listed.map((identity) => ({ protocol: of as IdentityField['protocol'], identity }));
}

function changesOf(device: SheetDevice | undefined, fields: Record<string, unknown>, names: SheetNames): SheetChange[] {
  const after = { ...(device ?? EMPTY), ...fields, name: nameAfter(device, fields) } as SheetDevice;
  return SHEET_COLUMNS.flatMap((column) => {
    if (column.key === 'code') return [];
    const [was, is] = [device ? column.write(device, names) : '', column.write(after, names)];
    return was === is ? [] : [{ column: column.zh, before: was, after: is }];
  });
}

const nameAfter = (device: SheetDevice | undefined, { name, nameEn }: Record<string, unknown>) => {
  const zh = (name as string | undefined) ?? device?.name?.zh;
  return zh === undefined ? null : { zh, en: (nameEn as string | undefined) ?? device?.name?.en ?? null };
};
const EMPTY = {
  ...{ kind: '', identities: [], purpose: [], name: null, modelId: null, streetCode: null, site: null },
  ...{ unitId: null, owner: null, lon: null, lat: null },
};
const keyOf = ({ protocol, identity }: { protocol: string; identity: string }) => `${protocol} ${identity}`;

async function carryOut(tx: Db, deps: DeviceDeps, by: By, plans: readonly Plan[], known: Known): Promise<void> {
  const made: number[] = [];
  for (const { what, deviceId, code, fields, identities } of plans) {
    if (what === 'same') continue;
    let id = deviceId;
    if (id === undefined) {
      id = await insertDevice(tx, code, fields as { kind: DeviceKind });
      await noteState(tx, by, id, null, 'admitted', null);
      made.push(id);
    } else await editWithin(tx, deps, by, id, fields, known);
    if (identities) {
      await tables(tx).deleteFrom('device_identity').where('device_id', '=', id).execute();
      await setIdentities(tx, id, identities);
    }
  }
  await applyModel(tx, made);
  await moveRegister(tx);
  const count = (which: string) => plans.filter(({ what }) => what === which).length;
  await record(tx, by, {
    action: 'device.import',
    subjectKind: 'device',
    subjectId: `${plans.length}`,
    after: { created: count('new'), changed: count('changed'), codes: plans.slice(0, 200).map(({ code }) => code) },
  });
}

export const tooMany = (most: number) =>
  new Refusal('too_large', {
    zh: `一次最多导入 ${most} 台设备，请分成几个表。`,
    en: `At most ${most} devices at one time: split the sheet.`,
  });
