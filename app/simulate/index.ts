/**
 * Simulate 模拟设备: devices that do not exist yet, over real sockets.
 *
 * `world/` is a seeded city: weather, background, local sources with working hours whose plumes are the known truth. A value
 * is a pure function of seed, device and time, so that a restart goes on with the same world. `devices/` are the parts that
 * it is seen by: models, faults, and how each protocol speaks and what it does when it is spoken to. `links/` carry them:
 * an outbox that waits for answers, repeats, keeps a backlog and comes back; `links/flood/` does it with templates, for load.
 * `startSimulation` runs a network in this process, `simulateInChild` in another one.
 */

export type { AcknowledgedKeys } from './acknowledged.ts';
export { type ChildHandle, simulateInChild } from './child.ts';
export { demoNetwork } from './demo.ts';
export { DEVICE_KINDS, type DeviceKind } from './devices/kinds.table.ts';
export type { Counts, Layout } from './devices/layout.ts';
export { writeLayout } from './network/layout.ts';
export { readNetwork } from './network/read.ts';
export type { SimulationOptions } from './options.ts';
export { printReport, type Report } from './report.ts';
export { generationSpeed } from './speed.ts';
export { type Handle, startSimulation } from './start.ts';
export type { Told } from './told.ts';
