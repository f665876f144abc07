import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { KeptFrameList } from '#app/api';
import { get } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { FrameView } from '../frame-view.tsx';
import { linkQuery } from '../queries.ts';
import type { TabProps } from './index.tsx';

/** What it sent that did not become values, with the reason; and where it departs from its protocol. */
export default function Frames({ device }: TabProps) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['devices', 'one', String(device.id), 'frames'],
    queryFn: ({ signal, pageParam }) =>
      get<KeptFrameList>(`/api/devices/${device.id}/frames`, { before: pageParam, limit: 20 }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
  const frames = query.data?.pages.flatMap((page) => page.frames) ?? [];
  return (
    <div className="device-columns">
      <Panel flush title={t('devices.frames.title')} className="device-main">
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
        ) : !query.data ? (
          <LoadingState rows={6} />
        ) : frames.length === 0 ? (
          <EmptyState compact title={t('devices.frames.none')} text={t('devices.frames.noneText')} />
        ) : (
          <ol className="device-frames">
            {frames.map((frame) => (
              <li key={frame.id}>
                <p>
                  <b>{t(`devices.reasons.${frame.reason}`)}</b>{' '}
                  {frame.detail && <span className="quiet">{frame.detail}</span>}
                </p>
                <p className="quiet">
                  {time(frame.receivedAt, true)} {frame.remote}
                  {frame.replayedAt && ` · ${t('devices.frames.replayed', { time: time(frame.replayedAt) })}`}
                </p>
                <FrameView frame={frame} />
              </li>
            ))}
          </ol>
        )}
        {query.hasNextPage && (
          <p className="device-acts">
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('devices.alarm.older')}
            </Button>
          </p>
        )}
      </Panel>
      <Deviations device={device} />
    </div>
  );
}

function Deviations({ device }: TabProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number } = useFormat();
  const { data } = useQuery(linkQuery(device.id));
  const deviations = [...(data?.deviations ?? [])].sort((a, b) => b.count - a.count);
  return (
    <Panel title={t('devices.deviations.title')} className="device-side">
      {deviations.length === 0 ? (
        <p className="quiet">{t('devices.deviations.none')}</p>
      ) : (
        <>
          <p className="quiet">{t('devices.deviations.text')}</p>
          <ul className="device-values">
            {deviations.map(({ name, words, count }) => (
              <li key={name}>
                <span>{words ? sentence(words) : name}</span>
                <b>{number(count)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
