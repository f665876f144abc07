import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { isOpen, worksQuery } from './asked.ts';
import { WorkProgress } from './report/work-progress.tsx';

const SHOWN_FAILURES = 3;
const A_DAY = 24 * 3_600_000;

/** Imports that run or that failed today: whoever left the page finds them again here. */
export function UnderWay() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  const works = useQuery(worksQuery).data ?? [];
  const failed = works.filter((w) => w.state === 'failed' && Date.now() - Date.parse(w.createdAt) < A_DAY);
  const shown = [...works.filter(isOpen), ...failed.slice(0, SHOWN_FAILURES)];
  if (shown.length === 0) return null;
  return (
    <Panel title={t('import.obs.underWay')} flush>
      <ul className="obs-works">
        {shown.map((work) => (
          <li key={work.id}>
            <div className="obs-works-head">
              <Link to="/import" search={{ tab: 'observations', work: work.id }}>
                {sentence(work.title)}
              </Link>
              <span className="quiet">
                {work.createdBy ?? '—'} · {time(work.createdAt)}
              </span>
            </div>
            <WorkProgress work={work} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
