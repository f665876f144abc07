import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { Acts } from './acts.tsx';
import { Detail } from './detail.tsx';
import { Filters } from './filters.tsx';
import { MarkRows } from './mark-rows.tsx';
import { usePeriod } from './period.ts';
import { marksQuery } from './queries.ts';

/** The marks of a period beside the one that is looked at; several can be reviewed at once. */
export function Marks() {
  const { t } = useTranslation();
  const [search, set] = useUrlValues();
  const { from, until } = usePeriod();
  const { device, test, state, review } = search;
  const pages = useInfiniteQuery(marksQuery({ from, until, device, test, state, review }));
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const marks = pages.data?.pages.flatMap((page) => page.marks);
  const chosen = (marks ?? []).filter(({ id }) => ticked.includes(id));
  const filtered = device || test || state || review;
  return (
    <div className={search.mark ? 'quality-marks opened' : 'quality-marks'}>
      <Panel flush className="quality-list-panel">
        <Filters />
        {chosen.length > 0 && (
          <div className="quality-batch">
            <span>{t('quality.chosen', { count: chosen.length })}</span>
            <Acts marks={chosen} onDone={() => setTicked([])} />
          </div>
        )}
        {pages.error ? (
          <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
        ) : !marks ? (
          <LoadingState rows={10} />
        ) : marks.length === 0 ? (
          <EmptyState
            compact
            title={t(filtered ? 'quality.noneFiltered' : 'quality.none')}
            text={t(filtered ? 'quality.noneFilteredText' : 'quality.noneText')}
          />
        ) : (
          <MarkRows
            marks={marks}
            ticked={ticked}
            onTick={(id, on) => setTicked(on ? [...ticked, id] : ticked.filter((one) => one !== id))}
            opened={search.mark}
            onOpen={(id) => set({ mark: String(id) }, { replace: false })}
            onEnd={() => {
              if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
            }}
          />
        )}
      </Panel>
      {search.mark ? (
        <Detail key={search.mark} id={search.mark} onClose={() => set({ mark: undefined })} />
      ) : (
        <Panel className="quality-hint">
          <EmptyState compact title={t('quality.choose')} text={t('quality.chooseText')} />
        </Panel>
      )}
    </div>
  );
}
