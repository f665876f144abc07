import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../app/api.ts';
import { useName, useSentence } from '../app/language.ts';
import { unitsQuery } from '../app/queries.ts';

type Item = { unitId: string; what: string; dueOn: string; measureId?: string };
type Fields = { heldOn: string; title: string; participants?: string; minutes?: string; items?: Item[] };

/** The minutes of a dispatch meeting and what it ordered: unit, what, by when, for which measure. */
export function MeetingForm({ today }: { today: string }) {
  const { t } = useTranslation();
  const name = useName();
  const sentence = useSentence();
  const client = useQueryClient();
  const units = useQuery(unitsQuery).data ?? [];
  const [open, setOpen] = useState(false);
  const keep = useMutation({
    mutationFn: (fields: Fields) =>
      send('POST', '/api/supervision/meetings', {
        participants: '',
        minutes: '',
        ...fields,
        items: (fields.items ?? []).map((item) => ({ ...item, measureId: item.measureId || null })),
      }),
    onSuccess: async () => {
      setOpen(false);
      await client.invalidateQueries({ queryKey: ['supervision'] });
    },
  });
  if (!open) return <Button onClick={() => setOpen(true)}>{t('supervision.meeting.new')}</Button>;
  const must = [{ required: true, message: t('supervision.wordsMust') }];
  return (
    <Form<Fields>
      layout="vertical"
      initialValues={{ heldOn: today, items: [{}] }}
      onFinish={(fields) => keep.mutate(fields)}
      requiredMark={false}
    >
      <Form.Item name="title" label={t('supervision.meeting.title')} rules={must}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="heldOn" label={t('supervision.meeting.heldOn')} rules={must}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="participants" label={t('supervision.meeting.participants')}>
        <Input maxLength={1000} />
      </Form.Item>
      <Form.Item name="minutes" label={t('supervision.meeting.minutes')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} maxLength={20000} />
      </Form.Item>
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name: at }) => (
              <div key={key} className="meeting-item">
                <Form.Item name={[at, 'unitId']} label={t('supervision.meeting.unit')} rules={must}>
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    options={units.map((unit) => ({ value: unit.id, label: name(unit) }))}
                  />
                </Form.Item>
                <Form.Item name={[at, 'what']} label={t('supervision.meeting.what')} rules={must}>
                  <Input maxLength={500} />
                </Form.Item>
                <Form.Item name={[at, 'dueOn']} label={t('supervision.meeting.dueOn')} rules={must}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name={[at, 'measureId']} label={t('supervision.meeting.measure')}>
                  <Input maxLength={10} placeholder="26.3" />
                </Form.Item>
                <Button onClick={() => remove(at)}>{t('supervision.meeting.remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add({})}>{t('supervision.meeting.add')}</Button>
          </>
        )}
      </Form.List>
      {keep.error && (
        <p className="report-refused" role="alert">
          {keep.error instanceof ApiError ? sentence(keep.error.sentence) : t('shared.states.broken')}
        </p>
      )}
      <div className="matter-acts">
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {t('supervision.meeting.keep')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('shared.cancel')}</Button>
      </div>
    </Form>
  );
}
