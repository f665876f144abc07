import { type Block, decodeGb32960, type Gb32960Message, gb32960Reader } from '#protocols/gb-32960';
import { bytesOf } from '../frame-file.ts';
import type { FrameKind } from '../frame-kinds.ts';
import { envelopeSaid, streamSaid } from './emission.ts';

type Said = Readonly<Record<string, unknown>>;
type Named<Name> = Extract<Block, { readonly name: Name }>;
type Values<Name> = Named<Name> extends { readonly values: infer V } ? V : never;

const hex8 = (flags: number) => flags.toString(16).toUpperCase().padStart(8, '0');
const vehicle = (v: Values<'vehicle'>): Said => ({
  vehicle_status: v.vehicle,
  charge_status: v.charging,
  run_mode: v.mode,
  speed_kmh: v.speedKmh,
  odometer_km: v.odometerKm,
  voltage_V: v.volts,
  current_A: v.amperes,
  soc_pct: v.chargePercent,
  dcdc: v.dcdc,
  gear: v.gear,
  insulation_kohm: v.insulationKOhm,
});
/** A state that the standard does not define is kept as its number. */
const motors = (v: Values<'motors'>): Said => ({
  motors: v.motors.map((one) => ({
    no: one.number,
    status: one.state,
    ctrl_temp_C: one.controllerCelsius,
    rpm: one.rpm,
    torque_Nm: one.torqueNm,
    temp_C: one.celsius,
    volt_V: one.controllerVolts,
    current_A: one.controllerAmperes,
  })),
});
const list = (value: readonly unknown[] | null | 'abnormal') => (Array.isArray(value) ? value : []);

/** The block in the words of the frame files. */
function blockSaid(block: Block): Said {
  switch (block.name) {
    case 'vehicle':
      return vehicle(block.values);
    case 'motors':
      return motors(block.values);
    case 'fuelCell':
      return {
        volt_V: block.values.volts,
        current_A: block.values.amperes,
        fuel_kg_100km: block.values.fuelKgPer100Km,
        probes: list(block.values.probesCelsius).length,
      };
    case 'engine':
      return {
        engine_status: block.values.engine,
        rpm: block.values.crankshaftRpm,
        fuel_L_100km: block.values.fuelLitresPer100Km,
      };
    case 'position':
      return {
        position_status: block.values.positionStatus,
        lon: block.values.longitudeDegrees,
        lat: block.values.latitudeDegrees,
      };
    case 'extremes':
      return {
        max_cell_V: block.values.highestCellVolts,
        min_cell_V: block.values.lowestCellVolts,
        max_temp_C: block.values.hottestCelsius,
        min_temp_C: block.values.coldestCelsius,
      };
    case 'alarms':
      return {
        level: block.values.level,
        flags: hex8(block.values.flags),
        battery_faults: block.values.batteryFaults,
        motor_faults: block.values.motorFaults,
        engine_faults: block.values.engineFaults,
        other_faults: block.values.otherFaults,
      };
    case 'cellVoltages': {
      const systems = block.values.systems;
      return {
        systems: Array.isArray(systems)
          ? systems.map((one) => ({
              no: one.subsystem,
              volt_V: one.volts,
              current_A: one.amperes,
              cells: one.cells,
              from: one.firstCell,
              in_frame: one.cellVolts.length,
              first_cell_V: one.cellVolts[0] ?? null,
            }))
          : systems,
      };
    }
    case 'temperatures': {
      const systems = block.values.systems;
      return {
        systems: Array.isArray(systems)
          ? systems.map((one) => ({
              no: one.subsystem,
              probes: list(one.probesCelsius).length,
              first_C: list(one.probesCelsius)[0] ?? null,
            }))
          : systems,
      };
    }
    default:
      return { hex: block.hex };
  }
}

function said(message: Gb32960Message): Said {
  const { body } = message;
  const { start: _, ...around } = envelopeSaid(message);
  if (body.kind === 'kept' || body.kind === 'answer') return around;
  if (body.kind === 'record') {
    const values: {
      time?: unknown;
      sequence?: unknown;
      iccid?: unknown;
      subsystems?: { length: number; texts: object };
    } = body.values;
    const codes = values.subsystems as { length: number; texts: readonly unknown[] } | undefined;
    return {
      ...around,
      time: values.time,
      seq: values.sequence,
      iccid: values.iccid,
      subsystems: codes?.texts.length,
      code_length: codes?.length,
    };
  }
  const blocks = body.blocks.map((block) => ({ ...('type' in block && { type: block.type }), ...blockSaid(block) }));
  return {
    ...around,
    time: body.values.time,
    blocks,
    consumed_exactly: !body.blocks.some(({ name }) => name === 'kept'),
  };
}

export const GB_32960: FrameKind = {
  read: (line) => (line.kind === 'stream' ? streamSaid(gb32960Reader(), line) : said(decodeGb32960(bytesOf(line)))),
  notes: ['note'],
};
