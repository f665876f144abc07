/** JT/T 808-2019 table 27 (2013 table 20): what may follow a position. `bytes` null where lengths differ; then kept as hex. */
export type ItemRow = {
  readonly id: number;
  readonly name: string;
  readonly zh: string;
  readonly bytes: 1 | 2 | 4 | null;
  readonly step?: string;
  readonly unit?: string;
  /** first edition that has it */
  readonly since: '2011' | '2013' | '2019';
};

export const ITEMS = [
  { id: 0x01, name: 'odometerKm', zh: '里程', bytes: 4, step: '0.1', unit: 'km', since: '2011' },
  { id: 0x02, name: 'fuelLitres', zh: '油量', bytes: 2, step: '0.1', unit: 'L', since: '2011' },
  { id: 0x03, name: 'tachographKmh', zh: '行驶记录功能获取的速度', bytes: 2, step: '0.1', unit: 'km/h', since: '2011' },
  { id: 0x04, name: 'alarmEvent', zh: '需要人工确认报警事件的 ID', bytes: 2, since: '2013' },
  { id: 0x05, name: 'tyrePressures', zh: '胎压', bytes: null, since: '2019' },
  { id: 0x06, name: 'cabinTemperature', zh: '车厢温度', bytes: null, since: '2019' },
  { id: 0x11, name: 'overspeed', zh: '超速报警附加信息', bytes: null, since: '2011' },
  { id: 0x12, name: 'area', zh: '进出区域/路线报警附加信息', bytes: null, since: '2011' },
  { id: 0x13, name: 'roadTime', zh: '路段行驶时间不足/过长报警附加信息', bytes: null, since: '2011' },
  { id: 0x25, name: 'signals', zh: '扩展车辆信号状态位', bytes: 4, since: '2013' },
  { id: 0x2a, name: 'io', zh: 'IO 状态位', bytes: 2, since: '2013' },
  { id: 0x2b, name: 'analog', zh: '模拟量', bytes: 4, since: '2013' },
  { id: 0x30, name: 'network', zh: '无线通信网络信号强度', bytes: 1, since: '2013' },
  { id: 0x31, name: 'satellites', zh: 'GNSS 定位卫星数', bytes: 1, since: '2013' },
] as const satisfies readonly ItemRow[];

/** Items whose meaning the maker of the terminal gives: load, lid and weight of muck trucks. */
export const VENDOR_ITEMS = { from: 0xe0, to: 0xff } as const;
