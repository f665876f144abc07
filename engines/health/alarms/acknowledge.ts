import { type Acting, record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { alarmById, markAcknowledged } from './store.ts';

/** A person has seen an alarm and says what is done. @throws Refusal not_found, not_in_this_state */
export async function acknowledge(db: Db, by: Acting, id: string, note: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const alarm = await alarmById(tx, id);
    if (!alarm)
      throw new Refusal('not_found', {
        zh: '没有这条告警，可能链接有误。',
        en: 'There is no such alarm; the link may be wrong.',
      });
    if (!(await markAcknowledged(tx, id, by.name, note)))
      throw new Refusal('not_in_this_state', {
        zh: `${alarm.acknowledgedBy}已经确认过这条告警。`,
        en: `${alarm.acknowledgedBy} has acknowledged this alarm already.`,
      });
    await record(tx, by, {
      action: 'health.acknowledge',
      subjectKind: 'health_alarm',
      subjectId: id,
      after: { words: alarm.words.zh, note },
    });
  });
}
