import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { districtQuery } from '../app/queries.ts';
import { peopleQuery } from './queries.ts';

type Props = {
  kind: string;
  entries: { ledger: string; id: number }[];
  riskiest: (count: number) => void;
  onSent: () => void;
};

const QUICK = 10;
const DAYS = 7;

/** Gives chosen entries to somebody to visit by a day. */
export function Send({ kind, entries, riskiest, onSent }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  const today = useQuery(districtQuery).data?.today ?? '';
  const people = useQuery(peopleQuery).data ?? [];
  const [person, setPerson] = useState<string>();
  const [dueOn, setDueOn] = useState<string>();
  const due = dueOn ?? (today ? dayjs(today).add(DAYS, 'day').format('YYYY-MM-DD') : '');
  const act = useMutation({
    mutationFn: () => send<{ made: number }>('POST', '/api/inspections/errands', { kind, entries, person, dueOn: due }),
    onSuccess: async ({ made }) => {
      await client.invalidateQueries({ queryKey: ['inspections'] });
      void message.success(t('inspections.errands.sent', { count: made }));
      onSent();
    },
  });
  return (
    <Space wrap className="inspection-send">
      <Button size="small" onClick={() => riskiest(QUICK)}>
        {t('inspections.errands.riskiest', { count: QUICK })}
      </Button>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('inspections.errands.person')}
        aria-label={t('inspections.errands.person')}
        value={person}
        options={people.map(({ id, name, open }) => ({
          value: id,
          label: t('inspections.errands.open', { name, count: open }),
        }))}
        onChange={setPerson}
        style={{ minWidth: 200 }}
      />
      <DatePicker
        allowClear={false}
        inputReadOnly
        aria-label={t('inspections.errands.by')}
        value={due ? dayjs(due) : null}
        disabledDate={(day) => day.format('YYYY-MM-DD') < today}
        onChange={(day) => setDueOn(day?.format('YYYY-MM-DD'))}
      />
      <Button
        type="primary"
        disabled={!person || entries.length === 0}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        {t('inspections.errands.go', { count: entries.length })}
      </Button>
      {act.error && (
        <span role="alert" className="inspection-refused">
          {act.error instanceof ApiError ? sentence(act.error.sentence) : t('shared.states.broken')}
        </span>
      )}
    </Space>
  );
}
