import { z } from 'zod';
import { sentence } from '#platform/http';

export const COMMAND_STATES = [
  'waiting',
  'sent',
  'accepted',
  'done',
  'failed',
  'refused',
  'unanswered',
  'cancelled',
] as const;

/** A value that a request carries, for the form that asks for it. */
export const requestItem = z.object({
  item: z.string(),
  optional: z.boolean(),
  kind: z.enum(['time', 'text', 'whole', 'choice']),
  /** of a text: its length in characters */
  length: z.number().nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  of: z.array(z.number()).nullable(),
  unit: z.string(),
  /** never shown again once it was asked */
  secret: z.boolean(),
  /** left out: the moment of sending */
  atSending: z.boolean(),
});

export const requestKind = z.object({
  name: z.string(),
  cn: z.string(),
  title: sentence,
  items: z.array(requestItem),
});
export const requestKinds = z.object({ requests: z.array(requestKind) });

export const command = z.object({
  id: z.string(),
  deviceId: z.number(),
  name: z.string(),
  title: sentence,
  /** without passwords and keys */
  arguments: z.record(z.string(), z.string()),
  askedAt: z.string(),
  /** `system` where the platform asked of its own accord */
  askedByName: z.string(),
  state: z.enum(COMMAND_STATES),
  /** QN of the exchange, once it was sent */
  exchange: z.string().nullable(),
  tries: z.number(),
  changedAt: z.string(),
  /** until when it waits for the device to connect */
  waitsUntil: z.string().nullable(),
  outcome: z
    .object({
      code: z.string().optional(),
      /** what the code means */
      words: sentence.optional(),
      values: z.record(z.string(), z.string()).optional(),
      packets: z.number().optional(),
      why: z
        .enum(['no_answer', 'no_result', 'not_connected', 'not_in_edition', 'values_wrong', 'interrupted'])
        .optional(),
    })
    .nullable(),
});
export const commandList = z.object({ commands: z.array(command), next: z.string().nullable() });
export const newCommand = z.object({
  name: z.string().min(1).max(60),
  arguments: z.record(z.string().max(40), z.string().max(200)).default({}),
});

export const conversationLine = z.object({
  id: z.number(),
  commandId: z.string().nullable(),
  at: z.string(),
  /** in: the device said it; out: the platform did */
  direction: z.enum(['in', 'out']),
  /** without passwords and keys */
  text: z.string(),
});
export const conversation = z.object({ messages: z.array(conversationLine), next: z.number().nullable() });

export type DeviceCommand = z.infer<typeof command>;
export type DeviceCommandList = z.infer<typeof commandList>;
export type NewDeviceCommand = z.input<typeof newCommand>;
export type RequestKind = z.infer<typeof requestKind>;
export type ConversationLine = z.infer<typeof conversationLine>;
export type Conversation = z.infer<typeof conversation>;
