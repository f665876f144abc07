import { PlusOutlined } from '@ant-design/icons';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SandPeriod } from '#app/api';
import { ApiError, get, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { SandDialog } from './dialog.tsx';
import '../../shared/data-table.css';
import './sand.css';

export const sandQuery = queryOptions({
  queryKey: ['sand-periods'],
  queryFn: async ({ signal }) => (await get<{ periods: SandPeriod[] }>('/api/sand-periods', {}, signal)).periods,
});

/** Sand-dust periods: what was named, from when to when, by which document; and what that does to the figures. */
export function SandPeriods() {
  const { t } = useTranslation();
  const mayEdit = useMay('sand.edit');
  const { data, error, refetch } = useQuery(sandQuery);
  const [open, setOpen] = useState<SandPeriod | 'new' | null>(null);
  return (
    <div className="import-stack">
      <Panel title={t('import.sand.effectTitle')}>
        <ul className="sand-effect">
          {(['particles', 'both', 'days', 'again'] as const).map((key) => (
            <li key={key}>{t(`import.sand.effect.${key}`)}</li>
          ))}
        </ul>
      </Panel>
      <Panel
        flush
        title={t('import.sand.title')}
        aside={
          mayEdit && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
              {t('import.sand.add')}
            </Button>
          )
        }
      >
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} compact />
        ) : !data ? (
          <LoadingState rows={4} />
        ) : data.length === 0 ? (
          <EmptyState compact title={t('import.sand.none')} text={t('import.sand.noneText')} />
        ) : (
          <List periods={data} mayEdit={mayEdit} onEdit={setOpen} />
        )}
      </Panel>
      {open && <SandDialog period={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  );
}

type ListProps = { periods: SandPeriod[]; mayEdit: boolean; onEdit: (period: SandPeriod) => void };

function List({ periods, mayEdit, onEdit }: ListProps) {
  const { t } = useTranslation();
  return (
    <table className="data-table">
      <caption className="unseen">{t('import.sand.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('import.sand.span')}</th>
          <th scope="col">{t('import.sand.length')}</th>
          <th scope="col">{t('import.sand.source')}</th>
          <th scope="col">
            <span className="unseen">{t('import.sand.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <Row key={period.id} period={period} mayEdit={mayEdit} onEdit={onEdit} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ period, mayEdit, onEdit }: { period: SandPeriod } & Omit<ListProps, 'periods'>) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => send('DELETE', `/api/sand-periods/${period.id}`),
    onSuccess: () => void message.success(t('import.sand.removed')),
    onSettled: () => queries.invalidateQueries({ queryKey: sandQuery.queryKey }),
    onError: (error) =>
      void message.error(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken')),
  });
  const hours = (Date.parse(period.ends) - Date.parse(period.begins)) / 3_600_000;
  const day = new Date(Date.parse(period.begins) + 8 * 3_600_000).toISOString().slice(0, 10);
  const span = `${time(period.begins)} – ${time(period.ends)}`;
  return (
    <tr>
      <th scope="row">
        <Link to="/air" search={{ asOf: day, view: 'hours', date: day }}>
          {span}
        </Link>
      </th>
      <td data-label={t('import.sand.length')}>{t('import.sand.hours', { count: hours })}</td>
      <td data-label={t('import.sand.source')}>{period.source}</td>
      <td className="acts">
        {mayEdit && (
          <span className="sand-acts">
            <Button size="small" onClick={() => onEdit(period)} aria-label={t('import.sand.editNamed', { span })}>
              {t('import.sand.edit')}
            </Button>
            <Popconfirm
              title={t('import.sand.removeAsk')}
              description={t('import.sand.removeText')}
              okText={t('import.sand.remove')}
              cancelText={t('shared.cancel')}
              onConfirm={() => remove.mutate()}
            >
              <Button
                size="small"
                danger
                loading={remove.isPending}
                aria-label={t('import.sand.removeNamed', { span })}
              >
                {t('import.sand.remove')}
              </Button>
            </Popconfirm>
          </span>
        )}
      </td>
    </tr>
  );
}
