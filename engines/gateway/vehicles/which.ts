import type { DeviceRegister } from '#engines/devices';
import { FAMILIES, type VehicleProtocol } from './families.table.ts';

/** FE, or what is no character of a vehicle number, stands where a frame between platforms has its response. */
const isResponse = (byte: number) => byte === 0xfe || byte < 0x20;
const REPORTS: ReadonlySet<number> = new Set([0x02, 0x03]);
/** commands of terminals that annex Q does not have: tampering, activation and its answer */
const OF_HJ1239: ReadonlySet<number> = new Set([0x06, 0x07, 0x08]);

/**
 * Which protocol a frame is of: 7E 7E is HJ 1239, a response byte behind 23 23 is GB/T 32960; for the head of terminals,
 * which GB 17691 and HJ 1239 share, the register says it of vehicles that it has. Of others a report tells it by its shape;
 * null: nothing about it can be said yet, as of the log-in of a vehicle that nobody knows.
 */
export function whichProtocol(bytes: Uint8Array, register: Pick<DeviceRegister, 'find'>): VehicleProtocol | null {
  if (bytes[0] === 0x7e) return 'hj-1239';
  if (isResponse(bytes[3]!)) return 'gb-32960';
  const vin = Buffer.from(bytes.subarray(3, 20)).toString('latin1').replace(/\0+$/, '').trim();
  for (const protocol of ['gb-17691', 'hj-1239'] as const) if (register.find(protocol, vin)) return protocol;
  const command = bytes[2]!;
  if (OF_HJ1239.has(command)) return 'hj-1239';
  if (!REPORTS.has(command)) return null;
  return oddities('hj-1239', bytes) < oddities('gb-17691', bytes) ? 'hj-1239' : 'gb-17691';
}

/** How badly a report reads as one of a protocol. */
function oddities(protocol: 'gb-17691' | 'hj-1239', bytes: Uint8Array): number {
  const { body, deviations } = FAMILIES[protocol].decode(bytes);
  if (body.kind !== 'report') return Number.POSITIVE_INFINITY;
  const unread = body.blocks.filter(({ name }) => name === 'kept').length;
  return unread * 100 + deviations.length;
}
