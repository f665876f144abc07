import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Draft, DraftSummary } from '#app/api';
import { get } from '../app/api.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { draftQuery } from './draft/acts.ts';
import { DropZone } from './drop-zone.tsx';

const draftsQuery = queryOptions({
  queryKey: ['plan-drafts'],
  queryFn: async ({ signal }) => (await get<{ drafts: DraftSummary[] }>('/api/plan-drafts', {}, signal)).drafts,
});

/** A plan's document goes in here; what was read waits below for its review. */
export function PlanImport() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <div className="import-stack">
      <DropZone<Draft>
        to="/api/plan-drafts"
        accept=".docx,.xlsx,.txt"
        title={t('import.plan.drop')}
        text={t('import.plan.dropText')}
        onDone={(draft) => {
          client.setQueryData(draftQuery(draft.id).queryKey, draft);
          void client.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true });
          void navigate({ to: '/import/drafts/$id', params: { id: draft.id } });
        }}
      />
      <Panel title={t('import.plan.drafts')} flush>
        <Drafts />
      </Panel>
    </div>
  );
}

function Drafts() {
  const { t } = useTranslation();
  const { time } = useFormat();
  const { data, error, refetch } = useQuery(draftsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <LoadingState rows={3} />;
  if (data.length === 0)
    return <EmptyState compact title={t('import.plan.noDrafts')} text={t('import.plan.noDraftsText')} />;
  return (
    <ul className="import-list">
      {data.map((draft) => (
        <li key={draft.id}>
          <Link to="/import/drafts/$id" params={{ id: draft.id }} className="import-list-title">
            {draft.title ?? draft.fileName}
          </Link>
          <span className="quiet">{draft.fileName}</span>
          <span>
            {t('plan.measures', { count: draft.measures })} ·{' '}
            {draft.uncertain === draft.settled
              ? t('import.review.allSettled')
              : t('import.review.open', { count: draft.uncertain - draft.settled })}
          </span>
          <span className="quiet">
            {draft.createdBy ?? '—'} · {time(draft.createdAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
