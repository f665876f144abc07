/**
 * Notices 提醒: people learn of what waits for them, each matter at most once a day.
 *
 * A **matter** is something that waits for somebody: a measure behind its pace, a report that is due, a ledger that nobody
 * refreshes. Other rooms say which matters there are (`MatterSource`); this room knows only whom they concern, makes one
 * **notice** per matter, person and day (the database holds to that), tells a matter again after a week or when it becomes
 * more urgent, and closes it when it is settled. What is told in the application can be told by e-mail and by web hook
 * (企业微信, 钉钉, plain JSON) too, as each person prefers: all that is new in one message, tried again a few times where the
 * other side surely did not take it, never where it may have. While a person is away a **deputy** gets the notices as
 * well, marked with whose they are; standing in for somebody gives no permission.
 */
export type { ChannelSettings } from './channels/settings.ts';
export { type Deputation, standsFor } from './deputies.ts';
export { gatherNotices } from './gather.ts';
export { noticeTasks } from './jobs.ts';
export type { Matter, MatterSource } from './matter.ts';
export { noticeRoutes } from './routes/index.ts';
export { type DeliveryTrouble, deliveryTrouble } from './store.ts';
export * from './wire.ts';
