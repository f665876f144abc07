import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { testsQuery } from './queries.ts';
import '../shared/data-table.css';

/** units that are words and not signs */
const UNIT_KEYS: Readonly<Record<string, string>> = {
  min: 'minutes',
  h: 'hours',
  d: 'days',
  'h/d': 'hoursPerDay',
  sd: 'deviations',
  floors: 'floors',
  ln: 'logarithm',
  m: 'metres',
  'share of the spread²': 'shareOfSpread',
};

/** The tests in the order in which they run, with the numbers of their edition and where these come from. */
export default function Tests() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number } = useFormat();
  const tests = useQuery(testsQuery);
  if (tests.error) return <ErrorState error={tests.error} onRetry={() => void tests.refetch()} />;
  if (!tests.data) return <LoadingState rows={12} />;
  return (
    <Panel flush title={t('quality.tests.title')}>
      <p className="quality-note">{t('quality.tests.text')}</p>
      <table className="data-table">
        <caption className="unseen">{t('quality.tests.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.test')}</th>
            <th scope="col">{t('quality.tests.numbers')}</th>
            <th scope="col">{t('quality.tests.source')}</th>
            <th scope="col">{t('quality.edition')}</th>
          </tr>
        </thead>
        <tbody>
          {tests.data.tests.map((one, i) => (
            <tr key={one.id}>
              <th scope="row">
                {i + 1}. {sentence(one.title)}
              </th>
              <td data-label={t('quality.tests.numbers')}>
                {one.parameters.length === 0 ? (
                  '—'
                ) : (
                  <ul className="quality-parameters">
                    {one.parameters.map(({ name, value, unit, mark }) => (
                      <li key={name}>
                        {t(`quality.parameters.${name}`, name)} {number(Math.round(value * 1000) / 1000)}{' '}
                        {unit === '1' ? '' : t(`quality.units.${UNIT_KEYS[unit]}`, unit)}{' '}
                        <abbr title={t(`quality.tests.marks.${mark}`)}>[{mark}]</abbr>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td data-label={t('quality.tests.source')}>{sentence(one.source)}</td>
              <td data-label={t('quality.edition')}>
                {one.edition} <span className="quiet">{t('quality.tests.since', { date: one.from })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
