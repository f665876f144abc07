import type { FieldRow } from '#protocols/fields';

const VIN = { kind: 'text', name: 'vin', zh: '车辆识别代号（VIN）', bytes: 17, personal: 'vin' } as const;
const COMMAND = { kind: 'count', name: 'command', zh: '命令标识', bytes: 1 } as const;
const LENGTH = { kind: 'count', name: 'length', zh: '数据单元长度', bytes: 2 } as const;

/** GB 17691-2018 annex Q, table Q.1 and HJ 1239.3-2021 4.4: between the start and the data; no response byte. */
const TERMINAL = [
  COMMAND,
  VIN,
  { kind: 'count', name: 'softwareVersion', zh: '终端软件版本号', bytes: 1 },
  { kind: 'count', name: 'encryption', zh: '数据加密方式', bytes: 1 },
  LENGTH,
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 table 2 and HJ 1239.3-2021 table 16: a response byte behind the command. */
const PLATFORM = [
  COMMAND,
  { kind: 'count', name: 'response', zh: '应答标志', bytes: 1 },
  VIN,
  { kind: 'count', name: 'encryption', zh: '数据加密方式', bytes: 1 },
  LENGTH,
] as const satisfies readonly FieldRow[];

export const HEADS = { terminal: TERMINAL, platform: PLATFORM } as const;

/** GB/T 32960.3-2016 table 4: FE marks a command; everything else answers one. */
export const COMMAND_ITSELF = 0xfe;
export const RESPONSES = { ok: 0x01, error: 0x02, 'vin-twice': 0x03 } as const;
