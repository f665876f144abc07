import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { PageHead, Panel } from '../../shared/page.tsx';
import { ErrorState, LoadingState, NoPermission } from '../../shared/states.tsx';
import { partsAreWhole } from '../conditions.tsx';
import { ledgerQuery } from '../queries.ts';
import { Columns } from './columns.tsx';
import { type Draft, definitionOf, draftOf, emptyDraft } from './draft.ts';
import { Rules } from './rules.tsx';
import '../ledgers.css';

/** A ledger that nobody foresaw, declared by an administrator; or one of these declared anew. */
export function Page() {
  const { t } = useTranslation();
  const may = useMay('ledger.declare');
  const { ledger } = useSearch({ strict: false }) as { ledger?: string };
  const found = useQuery({ ...ledgerQuery(ledger ?? ''), enabled: ledger !== undefined });
  if (!may)
    return (
      <>
        <PageHead title={t('ledgers.declare.title')} />
        <NoPermission />
      </>
    );
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (ledger && !found.data) return <LoadingState rows={8} />;
  return <Declare start={found.data ? draftOf(found.data.definition) : emptyDraft()} known={ledger !== undefined} />;
}

function Declare({ start, known }: { start: Draft; known: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(start);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const act = useMutation({
    mutationFn: () => send<{ id: string }>('POST', '/api/ledgers', { definition: definitionOf(draft) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['ledgers'] });
      void navigate({ to: '/ledgers/$ledger', params: { ledger: draft.id.trim() } });
    },
  });
  const field = (key: 'zh' | 'en' | 'entryZh' | 'entryEn' | 'aboutZh' | 'aboutEn' | 'id', disabled = false) => (
    <div className="ledger-field">
      <label htmlFor={`declare-${key}`}>{t(`ledgers.declare.${key}`)}</label>
      <Input
        id={`declare-${key}`}
        value={draft[key]}
        disabled={disabled}
        maxLength={200}
        onChange={({ target }) => set({ [key]: target.value })}
      />
    </div>
  );
  const choice = <T extends string>(
    key: 'keeper' | 'place' | 'key' | 'name',
    options: { value: T; label: string }[],
  ) => (
    <div className="ledger-field">
      <label htmlFor={`declare-${key}`}>{t(`ledgers.declare.${key}`)}</label>
      <Select
        id={`declare-${key}`}
        value={draft[key] as T}
        options={options}
        onChange={(value) => set({ [key]: value } as Partial<Draft>)}
        style={{ width: '100%' }}
      />
    </div>
  );
  const columns = draft.columns.map(({ id, zh }) => ({ value: id, label: zh || id }));
  const ready =
    draft.zh.trim() !== '' &&
    draft.columns.every(({ id, zh }) => id.trim() && zh.trim()) &&
    draft.rules.every(({ zh, when }) => zh.trim() !== '' && when.length > 0 && partsAreWhole(when));
  return (
    <>
      <PageHead
        title={known ? t('ledgers.declare.editOf', { ledger: draft.zh }) : t('ledgers.declare.title')}
        crumbs={[{ label: t('shell.pages.ledgers.long'), to: '/ledgers' }]}
        text={t('ledgers.declare.text')}
      />
      <div className="ledger-declare">
        <Panel title={t('ledgers.declare.what')}>
          <div className="ledger-declare-grid">
            {field('zh')}
            {field('en')}
            {field('id', known)}
            {field('entryZh')}
            {field('entryEn')}
            {choice('keeper', [
              { value: 'street', label: t('ledgers.keepers.street') },
              { value: 'unit', label: t('ledgers.keepers.unit') },
            ])}
            {choice(
              'place',
              (['none', 'point', 'line', 'polygon'] as const).map((value) => ({
                value,
                label: t(`ledgers.declare.places.${value}`),
              })),
            )}
            <div className="ledger-field">
              <label htmlFor="declare-refresh">{t('ledgers.declare.refreshDays')}</label>
              <InputNumber
                id="declare-refresh"
                min={1}
                max={3660}
                precision={0}
                value={draft.refreshDays}
                onChange={(refreshDays) => set({ refreshDays })}
                style={{ width: '100%' }}
              />
            </div>
            {draft.place !== 'none' && (
              <div className="ledger-field">
                <Checkbox
                  checked={draft.placeComplete}
                  onChange={({ target }) => set({ placeComplete: target.checked })}
                >
                  {t('ledgers.declare.placeComplete')}
                </Checkbox>
              </div>
            )}
            {choice('key', columns)}
            {choice('name', columns)}
            {field('aboutZh')}
            {field('aboutEn')}
          </div>
        </Panel>
        <Columns columns={draft.columns} onChange={(next) => set({ columns: next })} />
        {draft.columns.length > 0 && <Rules draft={draft} onChange={(rules) => set({ rules })} />}
        {act.error && (
          <p role="alert" className="ledger-refused">
            {act.error instanceof ApiError ? sentence(act.error.sentence) : t('shared.states.broken')}
          </p>
        )}
        <p>
          <Button type="primary" disabled={!ready} loading={act.isPending} onClick={() => act.mutate()}>
            {t(known ? 'ledgers.declare.save' : 'ledgers.declare.create')}
          </Button>
        </p>
      </div>
    </>
  );
}
