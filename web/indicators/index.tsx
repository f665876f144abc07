import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IndicatorSummary } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { AsOfPicker } from '../shared/dates/as-of-picker.tsx';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { indicatorsQuery } from './queries.ts';
import '../shared/data-table.css';
import './indicators.css';

/** Every figure by which the plan is judged, in the chapters that declare them. */
export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const may = useMay('indicator.declare');
  const [{ asOf, q = '' }, set] = useUrlValues();
  const { data, error, refetch } = useQuery({ ...indicatorsQuery(asOf), placeholderData: keepPreviousData });
  const wanted = q.trim().toLowerCase();
  const shown = data?.filter(
    ({ title, serves, id }) =>
      !wanted ||
      [title.zh, title.en, id, ...serves.map(({ measureId }) => measureId)].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
  const chapters = [...new Set(shown?.map(({ id }) => id.split('.')[0]!))];
  return (
    <>
      <PageHead
        title={t('indicators.title')}
        text={t('indicators.text')}
        aside={<AsOfPicker />}
        actions={
          may && (
            <Link to="/indicators/declare">
              <Button>{t('indicators.declare.title')}</Button>
            </Link>
          )
        }
      />
      <Input.Search
        className="indicator-search"
        allowClear
        placeholder={t('indicators.search')}
        aria-label={t('indicators.search')}
        defaultValue={q}
        onChange={({ target }) => set({ q: target.value || undefined })}
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !shown ? (
        <LoadingState rows={10} height={500} />
      ) : shown.length === 0 ? (
        <EmptyState title={t('indicators.none')} />
      ) : (
        chapters.map((chapter) => (
          <Panel
            key={chapter}
            flush
            className="indicator-chapter"
            title={t(`indicators.chapters.${chapter}`, chapter)}
            aside={<span className="quiet">{shown.filter(({ id }) => id.startsWith(`${chapter}.`)).length}</span>}
          >
            <Chapter
              caption={sentence({ zh: chapter, en: chapter })}
              rows={shown.filter(({ id }) => id.startsWith(`${chapter}.`))}
            />
          </Panel>
        ))
      )}
    </>
  );
}

function Chapter({ caption, rows }: { caption: string; rows: readonly IndicatorSummary[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const format = useFormat();
  const [{ asOf }] = useUrlValues();
  return (
    <table className="data-table indicator-table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('indicators.indicator')}</th>
          <th scope="col" className="number">
            {t('indicators.value')}
          </th>
          <th scope="col" className="number">
            {t('indicators.lastYear')}
          </th>
          <th scope="col" className="number">
            {t('indicators.evidence')}
          </th>
          <th scope="col">{t('indicators.serves')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to="/indicators/$id" params={{ id: one.id }} search={{ asOf }}>
                {sentence(one.title)}
              </Link>
              <p className="quiet indicator-method">{sentence(one.method)}</p>
            </th>
            <td className="number" data-label={t('indicators.value')}>
              {one.value === null ? (
                <span className="quiet">{t('shared.figure.noData')}</span>
              ) : (
                <>
                  <strong>{format.number(one.value)}</strong> <span className="quiet">{sentence(one.shownUnit)}</span>
                </>
              )}
            </td>
            <td className="number" data-label={t('indicators.lastYear')}>
              {format.number(one.lastYear)}
            </td>
            <td className="number" data-label={t('indicators.evidence')}>
              {format.number(one.evidence)}
            </td>
            <td data-label={t('indicators.serves')}>
              {one.serves.length === 0
                ? '—'
                : one.serves.map(({ year, measureId }) => (
                    <Link
                      key={`${year}-${measureId}`}
                      className="indicator-serves"
                      to="/plan/$year/measures/$id"
                      params={{ year: String(year), id: measureId }}
                    >
                      {measureId}
                    </Link>
                  ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
