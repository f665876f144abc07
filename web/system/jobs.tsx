import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Work } from '#app/api';
import { ApiError, get, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import '../shared/data-table.css';

const STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
const isOpen = (work: Work) => work.state === 'running' || work.state === 'waiting';

/** looked at again every two seconds while something is under way */
const worksQuery = (state: string | undefined) =>
  queryOptions({
    queryKey: ['work', { state }],
    queryFn: async ({ signal }) => (await get<{ works: Work[] }>('/api/work', { state, limit: 200 }, signal)).works,
    refetchInterval: ({ state: { data } }) => (data?.some(isOpen) ? 2_000 : 15_000),
  });

/** Long works that people started, newest first, with progress and what came of them. */
export default function Jobs() {
  const { t } = useTranslation();
  const [state, setState] = useUrlState('state');
  const { data, error, refetch } = useQuery(worksQuery(state));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={8} />;
  return (
    <Panel flush title={t('system.jobs.title')}>
      <div className="system-filter">
        <Select
          allowClear
          value={state}
          style={{ width: 160 }}
          placeholder={t('system.jobs.state')}
          aria-label={t('system.jobs.state')}
          options={STATES.map((value) => ({ value, label: t(`system.jobs.states.${value}`) }))}
          onChange={(value) => setState(value)}
        />
      </div>
      {data.length === 0 ? (
        <EmptyState compact title={t('system.jobs.none')} />
      ) : (
        <table className="data-table">
          <caption className="unseen">{t('system.jobs.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('system.jobs.work')}</th>
              <th scope="col">{t('system.jobs.by')}</th>
              <th scope="col">{t('system.jobs.progress')}</th>
              <th scope="col">
                <span className="unseen">{t('system.jobs.cancel')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((work) => (
              <Row key={work.id} work={work} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Row({ work }: { work: Work }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  return (
    <tr>
      <th scope="row">
        {sentence(work.title)}
        {work.refusal && <p className="system-refusal">{sentence(work.refusal.message)}</p>}
      </th>
      <td data-label={t('system.jobs.by')}>
        <span>
          {work.createdBy ?? t('system.jobs.system')}
          <br />
          <span className="quiet">{time(work.createdAt)}</span>
        </span>
      </td>
      <td data-label={t('system.jobs.progress')}>
        <State work={work} />
      </td>
      <td className="acts">
        <Cancel work={work} />
      </td>
    </tr>
  );
}

function State({ work }: { work: Work }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number } = useFormat();
  const state = t(`system.jobs.states.${work.state}`);
  if (work.state !== 'running') return <span className={`system-state ${work.state}`}>{state}</span>;
  const note = work.note ? sentence(work.note) : state;
  const count = work.total ? `${number(work.done)} / ${number(work.total)}` : number(work.done);
  return (
    <div className="system-progress">
      {work.total ? (
        <Progress
          size="small"
          percent={Math.min(100, Math.floor((work.done / work.total) * 100))}
          aria-label={sentence(work.title)}
        />
      ) : null}
      <span className="quiet">
        {note} · {count}
      </span>
    </div>
  );
}

function Cancel({ work }: { work: Work }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const may = useMay('work.cancel');
  const cancel = useMutation({
    mutationFn: () => send('POST', `/api/work/${work.id}/cancel`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['work'] }),
    onError: (error) => message.error(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken')),
  });
  if (!may || !isOpen(work)) return null;
  return (
    <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>
      {t('system.jobs.cancel')}
    </Button>
  );
}
