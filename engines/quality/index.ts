/**
 * Quality 质控: which of what devices say can be believed, who says so, and why.
 *
 * A reconciler runs the named tests of `#methods/sensor-qc` over the Beijing days that packets came into, always with the
 * same stretch around a day, so that late data give the marks that a full run gives; a second step compares days with each
 * other (drift). What a test says is a **mark**: device, channel, interval, test, edition, state, evidence. Packets are never
 * changed. What is suspect or invalid is kept out of the hours of observations, which are told which hours to compute
 * again; what is only told (a local peak) keeps nothing out.
 *
 * A person accepts or overrules a mark with a reason: provisional, until another person has looked (four eyes), then
 * audited. Calibration models of a channel are fitted by `#methods/calibration`, kept by version with validity and error on
 * data left out, and change hours only once a second person has admitted them.
 */

export { calibrationsOf, marksOf } from './corrections.ts';
export { QUALITY_TASK, type QualityRun, reconcileQuality } from './reconcile/reconcile.ts';
export { type QualityDeps, qualityRoutes } from './routes.ts';
export * from './wire.ts';
