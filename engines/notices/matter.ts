import type { Person } from '#platform/identity';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';

/** From what may wait (info) over what is behind or due within days (soon) to what is overdue (late). */
export const URGENCIES = ['info', 'soon', 'late'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Something that waits for somebody, as of a day. */
export type Matter = {
  /** stable while it is the same matter: `measure 2021 14.3` */
  readonly id: string;
  /** what kind of thing it is, in a word or two: 措施 */
  readonly about: Sentence;
  readonly urgency: Urgency;
  readonly title: Sentence;
  readonly words?: Sentence;
  /** the page on which it is handled: `/plan/2021/measures/14.3` */
  readonly href: string;
  /** whom it concerns: who holds a role for one of these units or streets, who holds one of these roles, these people */
  readonly to: {
    readonly unitIds?: readonly string[];
    readonly streetCodes?: readonly string[];
    readonly roles?: readonly string[];
    readonly accountIds?: readonly string[];
  };
};

/** What waits as of a day; one room's matters. */
export type MatterSource = (db: Db, day: string) => Promise<readonly Matter[]>;

/** Whether a matter concerns a person. */
export const concerns = ({ to }: Pick<Matter, 'to'>, { id, grants }: Pick<Person, 'id' | 'grants'>): boolean =>
  (to.accountIds?.includes(id) ?? false) ||
  grants.some(
    ({ role, unitId, streetCode }) =>
      to.roles?.includes(role) ||
      (unitId !== undefined && to.unitIds?.includes(unitId)) ||
      (streetCode !== undefined && to.streetCodes?.includes(streetCode)),
  );

/** Whether an urgency reaches what a person asked for. */
export const reaches = (urgency: Urgency, from: Urgency | 'off'): boolean =>
  from !== 'off' && URGENCIES.indexOf(urgency) >= URGENCIES.indexOf(from);
