/**
 * Gateway 设备接入: where devices of every protocol are heard and answered.
 *
 * A **link** is a connection; its **session** speaks one protocol: frames are cut out, decoded, and offered to the **intake**
 * with what is to happen when they are committed, which is the answer. The intake asks the register which device it is,
 * lets the protocol's **dialect** put the message into the device's channels, and hands rows to the packet writer. What
 * cannot become rows is kept with its bytes and the reason. Acknowledged means committed; a frame that is not sound is not
 * answered, so that it comes again. Unknown devices wait in probation until a person admits them.
 *
 * When the store is slow or away the intake is full: sockets are read no further, connections stay.
 */

export type { BusOptions } from './bus/stream.ts';
export { openStoringWorker, type StoringWorker } from './bus/worker.ts';
export { askForGaps } from './conversations/gaps.ts';
export { conversationRoutes } from './conversations/routes.ts';
export type {
  Conversation,
  ConversationLine,
  DeviceCommand,
  DeviceCommandList,
  NewDeviceCommand,
  RequestKind,
} from './conversations/wire.ts';
export { type Replayed, replayKept, replayWaiting } from './frames/replay.ts';
export { frameRoutes } from './frames/routes.ts';
export { keptSince, type LinkNow, linksOf, moveKeptFrames } from './frames/store.ts';
export type { DeviceLinkView, KeptFrameList, KeptFrameView, KnockList } from './frames/wire.ts';
export { ingestRoutes } from './http/routes.ts';
export { LATENCY_CLASSES_MS } from './links/meter.ts';
export { type Gateway, type GatewayOptions, openGateway } from './open.ts';
export { framesWaiting } from './store.ts';
