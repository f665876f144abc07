import { z } from 'zod';
import { lamp } from '#engines/indicators';
import { isCalendarDate } from '#platform/clock';
import { sentence } from '#platform/http';

const day = z.string().refine(isCalendarDate, 'a date like 2021-10-01');

export const letterFacts = z.object({
  year: z.number(),
  kind: z.enum(['overdue', 'behind']),
  words: z.string(),
  deadline: z.string(),
  asOf: z.string(),
  why: sentence,
  demand: z.string(),
  figures: z.array(
    z.object({
      indicatorId: z.string(),
      title: sentence,
      value: z.string().nullable(),
      unit: sentence,
      target: sentence.nullable(),
      judgement: lamp,
      edition: z.string(),
      href: z.string(),
    }),
  ),
});

export const criterionState = z.object({
  words: sentence,
  /** null: a person has to see it */
  met: z.boolean().nullable(),
  evidence: z
    .object({
      indicatorId: z.string(),
      title: sentence,
      value: z.string().nullable(),
      unit: sentence,
      judgement: z.string(),
      why: sentence,
      asOf: z.string(),
      href: z.string(),
    })
    .nullable(),
});

const unit = z.object({ id: z.string(), name: sentence, street: z.string().nullable() });

export const letterView = z.object({
  id: z.string(),
  year: z.number(),
  /** 西气督〔2021〕3号; null for a draft */
  number: z.string().nullable(),
  measureId: z.string(),
  unit,
  kind: z.enum(['overdue', 'behind']),
  facts: letterFacts,
  raisedOn: z.string(),
  state: z.enum(['draft', 'issued', 'answered', 'dropped']),
  issuedOn: z.string().nullable(),
  answerBy: z.string().nullable(),
  fileId: z.string().nullable(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  reason: z.string().nullable(),
  mayAnswer: z.boolean(),
});

export const extensionView = z.object({
  id: z.string(),
  year: z.number(),
  measureId: z.string(),
  part: z.string(),
  unit,
  askedUntil: z.string(),
  reason: z.string(),
  askedOn: z.string(),
  askedBy: z.string(),
  state: z.enum(['asked', 'granted', 'refused']),
  grantedUntil: z.string().nullable(),
  decision: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
});

export const strikeOffView = z.object({
  id: z.string(),
  year: z.number(),
  measureId: z.string(),
  unit,
  words: z.string(),
  criteria: z.array(criterionState),
  askedOn: z.string(),
  askedBy: z.string(),
  state: z.enum(['asked', 'struck', 'refused', 'reopened']),
  reason: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
});

export const meetingView = z.object({
  id: z.string(),
  heldOn: z.string(),
  title: z.string(),
  participants: z.string(),
  minutes: z.string(),
  keptBy: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string() })),
  items: z.array(
    z.object({
      no: z.number(),
      unit,
      what: z.string(),
      dueOn: z.string(),
      measureId: z.string().nullable(),
      state: z.enum(['open', 'done', 'verified']),
      doneWords: z.string().nullable(),
      doneBy: z.string().nullable(),
      mayDone: z.boolean(),
    }),
  ),
});

export const givenMeeting = z.object({
  heldOn: day,
  title: z.string().trim().min(1).max(200),
  participants: z.string().trim().max(1000),
  minutes: z.string().trim().max(20000),
  items: z
    .array(
      z.object({
        unitId: z.string(),
        what: z.string().trim().min(1).max(500),
        dueOn: day,
        measureId: z.string().nullable().default(null),
      }),
    )
    .max(100),
});

export const owedLine = z.object({
  unitId: z.string(),
  kind: z.enum(['report', 'returned', 'letter', 'measure', 'extension', 'dispatch', 'ledger', 'finding']),
  key: z.string(),
  due: z.string().nullable(),
  words: sentence,
  href: z.string(),
});

/** GET /api/supervision */
export const supervisionInbox = z.object({
  today: z.string(),
  year: z.number().nullable(),
  office: z.boolean(),
  /** the units for which whoever asks speaks */
  units: z.array(unit),
  owed: z.array(owedLine.extend({ unit })),
  /** months' reports that whoever asks may pass or return */
  review: z.array(
    z.object({
      id: z.string(),
      year: z.number(),
      measureId: z.string(),
      part: z.string(),
      month: z.string(),
      unit,
      state: z.string(),
      words: z.string(),
      acts: z.array(z.string()),
    }),
  ),
  letters: z.array(letterView),
  extensions: z.array(extensionView),
  strikeOffs: z.array(strikeOffView),
  meetings: z.array(meetingView),
});

export const scoreWeights = z.strictObject({
  lamps: z.number().min(0).max(1000),
  reports: z.number().min(0).max(1000),
  letters: z.number().min(0).max(1000),
  extensions: z.number().min(0).max(1000),
  ledgers: z.number().min(0).max(1000),
  findings: z.number().min(0).max(1000),
});

const scored = z.object({
  unitId: z.string(),
  name: sentence,
  street: z.string().nullable(),
  score: z.string(),
  rank: z.number(),
  parts: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      weight: z.number(),
      earned: z.number(),
      of: z.number(),
      points: z.string(),
      words: sentence,
    }),
  ),
});

/** GET /api/supervision/scores */
export const scoreTable = z.object({
  from: z.string(),
  until: z.string(),
  weights: scoreWeights,
  units: z.array(scored),
  streets: z.array(scored),
});
export const scorePage = scoreTable.extend({
  history: z.array(z.object({ fromDay: z.string(), weights: scoreWeights, reason: z.string(), by: z.string() })),
});

/** GET /api/supervision/units/:unit: all that a unit or street owes, keeps and did */
export const unitPage = z.object({
  unit,
  today: z.string(),
  year: z.number().nullable(),
  owed: z.array(owedLine),
  duties: z.array(
    z.object({
      measureId: z.string(),
      part: z.string(),
      words: z.string(),
      lamp: z.string(),
      why: sentence,
      deadline: z.string(),
      struck: z.boolean(),
      own: z.boolean(),
    }),
  ),
  reports: z.array(
    z.object({
      id: z.string(),
      measureId: z.string(),
      part: z.string(),
      month: z.string(),
      state: z.string(),
      words: z.string(),
    }),
  ),
  ledgers: z.array(z.object({ ledger: z.string(), title: sentence, kept: z.number(), stale: z.number() })),
  visits: z.object({ visits: z.number(), findings: z.number(), open: z.number(), late: z.number() }),
  letters: z.array(letterView),
  score: scored.nullable(),
});

/** GET /api/plans/:year/measures/:id/supervision */
export const measureSupervision = z.object({
  criteria: z.array(criterionState),
  strikeOffs: z.array(strikeOffView),
  extensions: z.array(extensionView),
  letters: z.array(letterView),
  /** the units for which whoever asks may ask for something here */
  asks: z.array(unit),
  office: z.boolean(),
});

export type LetterFacts = z.infer<typeof letterFacts>;
export type CriterionState = z.infer<typeof criterionState>;
export type LetterView = z.infer<typeof letterView>;
export type ExtensionView = z.infer<typeof extensionView>;
export type StrikeOffView = z.infer<typeof strikeOffView>;
export type MeetingView = z.infer<typeof meetingView>;
export type GivenMeeting = z.infer<typeof givenMeeting>;
export type SupervisionInbox = z.infer<typeof supervisionInbox>;
export type ScoreWeights = z.infer<typeof scoreWeights>;
export type ScoreTable = z.infer<typeof scoreTable>;
export type ScorePage = z.infer<typeof scorePage>;
export type UnitPage = z.infer<typeof unitPage>;
export type MeasureSupervision = z.infer<typeof measureSupervision>;
