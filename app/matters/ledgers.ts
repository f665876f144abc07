import { dutiesByStreet, staleBefore } from '#engines/ledgers';
import type { Matter, MatterSource } from '#engines/notices';
import { ledgers } from '../definitions.ts';

/** Entries that a street has not looked at for too long, over all ledgers: one matter a street. */
export function ledgersThatAge(districtCode: string): MatterSource {
  return async (db, day) => {
    const streets = new Map<
      string,
      { entries: number; books: { id: string; zh: string; en: string; stale: number }[] }
    >();
    for (const ledger of await ledgers.all(db)) {
      const before = staleBefore(ledger, day);
      if (before === null) continue;
      for (const { street_code: code, stale } of await dutiesByStreet(db, ledger.id, before)) {
        if (!code || stale === 0) continue;
        const kept = streets.get(code) ?? { entries: 0, books: [] };
        kept.entries += stale;
        kept.books.push({ id: ledger.id, zh: ledger.title.zh, en: ledger.title.en, stale });
        streets.set(code, kept);
      }
    }
    return [...streets].map(([code, { entries, books }]): Matter => {
      const [most] = books.sort((a, b) => b.stale - a.stale);
      return {
        id: `ledgers ${districtCode} ${code}`,
        about: { zh: '台账', en: 'Ledgers' },
        urgency: 'soon',
        title: {
          zh: `${entries}条台账到期未更新`,
          en: `${entries} entries have not been looked at in time`,
        },
        words: {
          zh: `涉及${books.length}本台账，最多的是“${most!.zh}”${most!.stale}条。`,
          en: `In ${books.length} ledgers; most, ${most!.stale}, in “${most!.en}”.`,
        },
        href: `/ledgers/${most!.id}?doubt=stale&street=${code}`,
        to: { streetCodes: [code] },
      };
    });
  };
}
