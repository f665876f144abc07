import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Popconfirm, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerEntryView } from '#app/api';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { mapQuery, useMay } from '../../app/queries.ts';
import { boundsOf } from '../../map/geometry.ts';
import type { LedgerValue } from '../values.ts';
import { Field } from './field.tsx';
import { placeDoubt, placeOfText, textOfPlace } from './place.ts';
import { PlacePicker } from './place-picker.tsx';

type Props = { definition: LedgerDefinition; entry: LedgerEntryView | null; onDone: () => void };

/** What an entry says, column by column; kept, refreshed, struck off or put back. What was written stays when it is refused. */
export function EntryForm({ definition, entry, onDone }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const { message } = App.useApp();
  const may = useMay('ledger.keep');
  const mayKeep = entry ? entry.mayKeep && entry.state === 'kept' : may;
  const [values, setValues] = useState<Record<string, LedgerValue>>(entry?.values ?? {});
  const [place, setPlace] = useState(textOfPlace(entry?.place ?? null));
  const [reason, setReason] = useState('');
  const own = `/api/ledgers/${definition.id}/entries`;
  const act = useMutation({
    mutationFn: (what: 'keep' | 'refresh' | 'strike' | 'restore') => {
      const body = { values, place: placeOfText(place, definition.place) };
      if (what !== 'keep') return send('POST', `${own}/${entry!.id}/${what}`, { version: entry!.version, reason });
      return entry ? send('PUT', `${own}/${entry.id}`, { ...body, version: entry.version }) : send('POST', own, body);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['ledgers'] });
      void message.success(t('ledgers.done'));
      onDone();
    },
  });
  const refused = act.error instanceof ApiError ? sentence(act.error.sentence) : act.error ? String(act.error) : null;
  const geometry = useQuery(mapQuery).data;
  const district = useMemo(() => (geometry ? boundsOf(geometry.features) : null), [geometry]);
  const doubt = placeDoubt(place, definition.place, district);
  return (
    <form
      className="ledger-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate('keep');
      }}
    >
      {(entry?.contradictions ?? []).map((id) => (
        <Alert
          key={id}
          type="warning"
          showIcon
          title={sentence(definition.contradictions?.find((one) => one.id === id)?.title)}
        />
      ))}
      {definition.columns.map((column) => {
        const id = `ledger-${column.id}`;
        return (
          <div key={column.id} className="ledger-field">
            <label htmlFor={id}>
              {sentence(column.title)}
              {column.required && <span className="ledger-required"> *</span>}
              {entry?.missing.includes(column.id) && (
                <span className="ledger-doubt incomplete"> ◌ {t('ledgers.lacking')}</span>
              )}
            </label>
            <Field
              id={id}
              column={column}
              value={values[column.id] ?? null}
              disabled={!mayKeep || column.derived === true}
              onChange={(value) => setValues((before) => ({ ...before, [column.id]: value }))}
            />
            {column.derived && <p className="quiet">{t('ledgers.derived')}</p>}
            {column.help && <p className="quiet">{sentence(column.help)}</p>}
          </div>
        );
      })}
      {definition.place !== 'none' && (
        <div className="ledger-field">
          <label htmlFor="ledger-place">
            {t('ledgers.place')}
            {entry?.missing.includes('place') && (
              <span className="ledger-doubt incomplete"> ◌ {t('ledgers.lacking')}</span>
            )}
          </label>
          <PlacePicker kind={definition.place} text={place} doubt={doubt} disabled={!mayKeep} onChange={setPlace} />
        </div>
      )}
      {refused && <Alert type="error" showIcon title={refused} />}
      {entry?.mayKeep && (
        <div className="ledger-field">
          <label htmlFor="ledger-reason">{t('ledgers.reason')}</label>
          <Input
            id="ledger-reason"
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <Space wrap className="ledger-acts">
        {mayKeep && (
          <Button
            type="primary"
            htmlType="submit"
            loading={act.isPending}
            disabled={doubt !== null && doubt !== 'outside'}
          >
            {t(entry ? 'ledgers.save' : 'ledgers.keep')}
          </Button>
        )}
        {entry?.mayKeep && entry.state === 'kept' && (
          <>
            <Button onClick={() => act.mutate('refresh')}>{t('ledgers.confirm')}</Button>
            <Popconfirm
              title={t('ledgers.strikeAsk')}
              onConfirm={() => act.mutate('strike')}
              disabled={reason.trim() === ''}
            >
              <Button danger disabled={reason.trim() === ''}>
                {t('ledgers.strike')}
              </Button>
            </Popconfirm>
          </>
        )}
        {entry?.mayKeep && entry.state === 'struck' && (
          <Button onClick={() => act.mutate('restore')} disabled={reason.trim() === ''}>
            {t('ledgers.restore')}
          </Button>
        )}
        {entry && !entry.mayKeep && <span className="quiet">{t('ledgers.notYours')}</span>}
      </Space>
    </form>
  );
}
