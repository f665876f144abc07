import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { inspectionsQuery, kindsQuery } from '../../inspections/queries.ts';
import { ResultSign } from '../../inspections/rows.tsx';
import { useFormat } from '../../shared/format.ts';

/** The visits of an entry, newest first, and the way to make one; nothing where nobody visits its ledger. */
export function Visits({ ledger, id }: { ledger: string; id: number }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const [reads, makes] = [useMay('inspection.read'), useMay('inspection.make')];
  const kinds = (useQuery({ ...kindsQuery, enabled: reads }).data?.kinds ?? []).filter(({ ledgers }) =>
    ledgers.some((one) => one.id === ledger),
  );
  const found = useInfiniteQuery({
    ...inspectionsQuery({ ledger, entry: String(id) }),
    enabled: kinds.length > 0,
  });
  if (kinds.length === 0) return null;
  const visits = found.data?.pages.flatMap((page) => page.inspections).slice(0, 12) ?? [];
  return (
    <section className="ledger-history">
      <h3>{t('inspections.history')}</h3>
      {makes && (
        <p>
          {kinds.map((kind) => (
            <Link key={kind.id} to="/inspections/new" search={{ kind: kind.id, ledger, entry: String(id) }}>
              <Button size="small">{sentence(kind.title)}</Button>{' '}
            </Link>
          ))}
        </p>
      )}
      <ul>
        {visits.map((visit) => (
          <li key={visit.id}>
            <Link to="/inspections/$id" params={{ id: String(visit.id) }}>
              {date(visit.visitedOn)}
            </Link>{' '}
            <ResultSign row={visit} />
          </li>
        ))}
      </ul>
    </section>
  );
}
