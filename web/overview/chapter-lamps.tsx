import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LivingTable } from '#app/api';
import { LAMPS, Lamp, lampColour } from '../shared/lamp.tsx';

/** Each chapter with its lamps: a bar in proportion, and the counts, which open the plan filtered. */
export function ChapterLamps({ table }: { table: LivingTable }) {
  const { t } = useTranslation();
  return (
    <ul className="chapters">
      {table.chapters.map((chapter) => {
        const present = LAMPS.map((lamp) => ({ lamp, count: chapter.lamps[lamp] ?? 0 })).filter((l) => l.count > 0);
        return (
          <li key={chapter.no}>
            <Link to="/plan" search={{ chapter: String(chapter.no) }} className="chapters-title">
              {chapter.title}
            </Link>
            <div className="chapters-bar" aria-hidden>
              {present.map(({ lamp, count }) => (
                <span key={lamp} style={{ flexGrow: count, background: lampColour(lamp) }} className={lamp} />
              ))}
            </div>
            <div className="chapters-lamps">
              {present.map(({ lamp, count }) => (
                <Link key={lamp} to="/plan" search={{ chapter: String(chapter.no), lamp }}>
                  <Lamp lamp={lamp} /> <strong>{count}</strong>
                  <span className="unseen">{t('overview.measures', { count })}</span>
                </Link>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
