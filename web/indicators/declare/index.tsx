import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { partsAreWhole } from '../../ledgers/conditions.tsx';
import { PageHead } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState, NoPermission } from '../../shared/states.tsx';
import { declarationQuery } from '../queries.ts';
import { type Draft, definitionOf, draftOf, emptyDraft, isPercent } from './draft.ts';
import { How } from './how.tsx';
import { useMethod } from './method.ts';
import { useColumns, useSources } from './sources.ts';
import { What } from './what.tsx';
import '../indicators.css';
import '../../ledgers/ledgers.css';

/** A figure that nobody foresaw, declared over any ledger or kind of inspection; or one of these declared anew. */
export function Page() {
  const { t } = useTranslation();
  const may = useMay('indicator.declare');
  const { indicator } = useSearch({ strict: false }) as { indicator?: string };
  const found = useQuery({ ...declarationQuery(indicator ?? ''), enabled: indicator !== undefined && may });
  const head = (
    <PageHead
      title={t('indicators.declare.title')}
      crumbs={[{ label: t('indicators.title'), to: '/indicators' }]}
      text={t('indicators.declare.text')}
    />
  );
  if (!may)
    return (
      <>
        {head}
        <NoPermission />
      </>
    );
  if (found.error)
    return (
      <>
        {head}
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  if (indicator && !found.data) return <LoadingState rows={8} />;
  const start = found.data ? draftOf(found.data.definition) : emptyDraft();
  return (
    <>
      {head}
      {start ? (
        <Declare key={indicator ?? ''} start={start} known={indicator !== undefined} />
      ) : (
        <EmptyState title={t('indicators.declare.beyond')} text={t('indicators.declare.beyondText')} />
      )}
    </>
  );
}

function Declare({ start, known }: { start: Draft; known: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(start);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const sources = useSources();
  const columns = useColumns(draft.source);
  const covering = useColumns(draft.way === 'coverage' ? draft.cover.source : '');
  const method = useMethod(draft, sources, columns, covering);
  const counts = sources.find(({ id }) => id === draft.source)?.counts ?? { zh: '条', en: 'records' };
  const after = async () => {
    await client.invalidateQueries({ queryKey: ['indicators'] });
    void client.invalidateQueries({ queryKey: ['plans'] });
  };
  const save = useMutation({
    mutationFn: () => send('POST', '/api/indicators', { definition: definitionOf(draft, method, counts) }),
    onSuccess: async () => {
      await after();
      void navigate({ to: '/indicators/$id', params: { id: draft.id.trim() } });
    },
  });
  const drop = useMutation({
    mutationFn: () => send('DELETE', `/api/indicators/${encodeURIComponent(draft.id)}/declaration`),
    onSuccess: async () => {
      await after();
      void navigate({ to: '/indicators' });
    },
  });
  const error = save.error ?? drop.error;
  const ready =
    draft.zh.trim() !== '' &&
    draft.source !== '' &&
    draft.on !== '' &&
    (isPercent(draft.way) || draft.unit.trim() !== '') &&
    (draft.way !== 'coverage' ||
      (!draft.source.startsWith('kind:') &&
        draft.cover.source !== '' &&
        draft.cover.by !== '' &&
        draft.cover.on !== '')) &&
    (draft.way !== 'mean' || draft.amount !== '') &&
    (draft.way !== 'share' || draft.done.length > 0) &&
    partsAreWhole([...draft.base, ...draft.done]);
  return (
    <div className="ledger-declare">
      <How draft={draft} sources={sources} columns={columns} covering={covering} onChange={set} />
      <What draft={draft} known={known} onChange={set} />
      <p className="quiet" role="status">
        {ready ? sentence(method) : t('indicators.declare.notReady')}
      </p>
      {error && (
        <p role="alert" className="ledger-refused">
          {error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken')}
        </p>
      )}
      <Space wrap>
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t(known ? 'indicators.declare.save' : 'indicators.declare.create')}
        </Button>
        {known && (
          <Popconfirm
            title={t('indicators.declare.dropSure')}
            okText={t('indicators.declare.drop')}
            cancelText={t('shared.cancel')}
            onConfirm={() => drop.mutate()}
          >
            <Button danger loading={drop.isPending}>
              {t('indicators.declare.drop')}
            </Button>
          </Popconfirm>
        )}
      </Space>
    </div>
  );
}
