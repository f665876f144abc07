import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureBindings } from '#app/api';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { bindingsQuery } from '../queries.ts';
import { type Bound, BoundRow } from './bound-row.tsx';

type Props = { year: string; id: string; given: MeasureBindings; onClose: () => void };

/** Which indicators serve a measure, what is asked of each, and why it was decided so. */
export default function BindDialog({ year, id, given, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly Bound[]>(given.indicators);
  const [reason, setReason] = useState('');
  const byId = new Map(given.all.map((one) => [one.id, one]));
  const titleOf = (indicatorId: string) => sentence(byId.get(indicatorId)?.title) || indicatorId;
  const save = useMutation({
    mutationFn: (indicators: readonly Bound[] | null) =>
      send<MeasureBindings>('PUT', `/api/plans/${year}/measures/${encodeURIComponent(id)}/bindings`, {
        indicators,
        reason,
      }),
    onSuccess: (answer) => {
      client.setQueryData(bindingsQuery(year, id).queryKey, answer);
      void client.invalidateQueries({ queryKey: ['plans', Number(year)] });
      void client.invalidateQueries({ queryKey: ['indicators'] });
      onClose();
    },
  });
  const refused = save.error instanceof ApiError ? sentence(save.error.sentence) : save.error && String(save.error);
  const taken = new Set(rows.map(({ indicatorId }) => indicatorId));
  const add = (indicatorId: string) =>
    setRows(taken.has(indicatorId) ? rows : [...rows, { indicatorId, target: null, pace: null }]);
  const offers = given.offers.filter(({ indicatorId }) => !taken.has(indicatorId));
  const move = (from: number, to: number) => {
    const next = [...rows];
    next.splice(to, 0, ...next.splice(from, 1));
    setRows(next);
  };
  return (
    <Modal
      open
      title={t('measure.bind.title', { id })}
      onCancel={onClose}
      footer={null}
      width={760}
      destroyOnHidden
      className="measure-bind"
    >
      <p className="quiet">{t('measure.bind.help')}</p>
      {rows.length === 0 && <p>{t('measure.bind.none')}</p>}
      <ol className="measure-bind-rows">
        {rows.map((row, i) => (
          <BoundRow
            key={row.indicatorId}
            row={row}
            title={titleOf(row.indicatorId)}
            unit={byId.get(row.indicatorId)?.unit ?? ''}
            leads={i === 0}
            onUp={i > 0 ? () => move(i, i - 1) : undefined}
            onChange={(next) => setRows(rows.map((one, at) => (at === i ? next : one)))}
            onRemove={() => setRows(rows.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        placeholder={t('measure.bind.add')}
        aria-label={t('measure.bind.add')}
        className="measure-bind-add"
        options={given.all
          .filter((one) => !taken.has(one.id))
          .map((one) => ({ value: one.id, label: `${sentence(one.title)}（${one.unit}）` }))}
        onChange={(indicatorId: string | null) => indicatorId && add(indicatorId)}
      />
      {offers.length > 0 && (
        <section aria-label={t('measure.bind.offers')}>
          <p className="quiet">{t('measure.bind.offers')}</p>
          <Space wrap size={6}>
            {offers.map(({ indicatorId }) => (
              <Button key={indicatorId} size="small" icon={<PlusOutlined />} onClick={() => add(indicatorId)}>
                {titleOf(indicatorId)}
              </Button>
            ))}
          </Space>
        </section>
      )}
      <label htmlFor="measure-bind-reason">{t('measure.bind.reason')}</label>
      <Input
        id="measure-bind-reason"
        maxLength={500}
        value={reason}
        placeholder={t('measure.bind.reasonHint')}
        onChange={(event) => setReason(event.target.value)}
      />
      {refused && <Alert type="error" showIcon title={refused} />}
      <Space wrap>
        <Button
          type="primary"
          disabled={reason.trim() === ''}
          loading={save.isPending}
          onClick={() => save.mutate(rows)}
        >
          {t('measure.bind.save')}
        </Button>
        {given.chosen && (
          <Button disabled={reason.trim() === ''} loading={save.isPending} onClick={() => save.mutate(null)}>
            {t('measure.bind.giveBack')}
          </Button>
        )}
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
      </Space>
      {given.decisions.length > 0 && (
        <section aria-label={t('measure.bind.decisions')}>
          <p className="quiet">{t('measure.bind.decisions')}</p>
          <ul className="measure-bind-decisions">
            {given.decisions.map((one) => (
              <li key={one.id}>
                <span className="quiet">
                  {time(one.at)} {one.by}
                </span>{' '}
                {one.indicators === null
                  ? t('measure.bind.gaveBack')
                  : one.indicators.map(titleOf).join(t('shared.listComma')) || t('measure.bind.nothing')}{' '}
                <span className="quiet">{one.reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Modal>
  );
}
