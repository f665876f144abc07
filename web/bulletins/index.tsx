import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Input, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bulletin, BulletinSummary } from '#app/api';
import { ApiError, get, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import '../shared/data-table.css';

/** The bulletins, newest period first; whoever may drafts a month's from here. */
export function Page() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [year, setYear] = useUrlState('year');
  const [state, setState] = useUrlState('state');
  const list = useQuery({
    queryKey: ['bulletins', year, state],
    queryFn: ({ signal }) => get<{ bulletins: BulletinSummary[] }>('/api/bulletins', { year, state }, signal),
  });
  const mayDraft = useMay('bulletin.draft');
  const rows = list.data?.bulletins;
  const years = [...new Set([...(rows ?? []).map((row) => row.period.from.slice(0, 4)), year].filter(Boolean))].map(
    (value) => ({ value, label: value }),
  );
  return (
    <>
      <PageHead title={t('shell.pages.bulletins.long')} actions={mayDraft ? <MakeDraft /> : null} />
      <Panel
        flush
        title={t('bulletins.count', { count: rows?.length ?? 0 })}
        aside={
          <Space wrap>
            <Select
              allowClear
              placeholder={t('bulletins.year')}
              aria-label={t('bulletins.year')}
              value={year}
              options={years}
              onChange={(value) => setYear(value)}
              style={{ minWidth: 96 }}
            />
            <Select
              allowClear
              placeholder={t('bulletins.state')}
              aria-label={t('bulletins.state')}
              value={state}
              options={['draft', 'issued', 'corrected'].map((value) => ({
                value,
                label: t(`bulletins.states.${value}`),
              }))}
              onChange={(value) => setState(value)}
              style={{ minWidth: 110 }}
            />
          </Space>
        }
      >
        {list.error ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} compact />
        ) : !rows ? (
          <LoadingState rows={5} />
        ) : rows.length === 0 ? (
          <EmptyState
            compact
            title={t('bulletins.none')}
            text={t(mayDraft ? 'bulletins.noneMake' : 'bulletins.noneYet')}
          />
        ) : (
          <table className="data-table">
            <caption className="unseen">{t('shell.pages.bulletins.long')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('bulletins.number')}</th>
                <th scope="col">{t('bulletins.title')}</th>
                <th scope="col">{t('bulletins.state')}</th>
                <th scope="col">{t('bulletins.issuedOn')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.number ?? '—'}</td>
                  <td>
                    <Link to="/bulletins/$id" params={{ id: row.id }}>
                      {row.title}
                    </Link>{' '}
                    <ProvenanceTag provenance={row.provenance} />
                  </td>
                  <td>
                    <Tag>{t(`bulletins.states.${row.state}`)}</Tag>
                  </td>
                  <td>{row.issuedOn ? date(row.issuedOn) : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}

function MakeDraft() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [month, setMonth] = useState('');
  const make = useMutation({
    mutationFn: () => send<Bulletin>('POST', '/api/bulletins', { kind: 'air', month }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['bulletins'] });
      await navigate({ to: '/bulletins/$id', params: { id: made.id } });
    },
    onError: (error) => void message.error(error instanceof ApiError ? sentence(error.sentence) : String(error)),
  });
  return (
    <Space.Compact>
      <Input
        type="month"
        aria-label={t('bulletins.month')}
        value={month}
        onChange={(event) => setMonth(event.target.value)}
      />
      <Button
        type="primary"
        disabled={!/^\d{4}-\d{2}$/.test(month)}
        loading={make.isPending}
        onClick={() => make.mutate()}
      >
        {t('bulletins.make')}
      </Button>
    </Space.Compact>
  );
}
