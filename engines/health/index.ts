/**
 * Health 设备运行: whether each device does what it should, since when, why not, and what to do.
 *
 * Once a minute somebody looks: what the register says of a device, when it was last heard and what it last sent, which
 * frames could not be used, become one **verdict** by a table of rules (`judge/rules.ts`): online, late, silent, faulty, in
 * maintenance, in probation; with a cause that has a sentence and a remedy in both languages (`judge/causes.table.ts`). The
 * numbers of the rules are defaults with a date, and a district's own from a day on. A verdict that lasts is an
 * **episode**; from episodes and hours come a device's **days** (uptime, completeness), any time again. Time in which
 * nobody looked counts neither way. Something that somebody has to know of is one **alarm**; many devices that stopped
 * together are one **outage** with no alarms of their own.
 *
 * The register (engines/devices) stands below observations and gateway, this room above both: see docs/decisions/0008.
 */
export { reconcileHealthDays } from './days/reconcile.ts';
export { healthTasks } from './jobs.ts';
export { lookAtDevices } from './look.ts';
export { healthRoutes } from './routes.ts';
export * from './wire.ts';
