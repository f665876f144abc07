import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SandPeriod } from '#app/api';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { sandQuery } from './index.tsx';

type Fields = { begins: Dayjs; ends: Dayjs; source: string };

/** Beijing wall time, whatever the clock of the browser says */
const wall = (instant: string) => dayjs(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16));
const instant = (at: Dayjs) => `${at.format('YYYY-MM-DDTHH')}:00:00+08:00`;
const HOUR = { format: 'HH', showNow: false } as const;
const SHOWN = 'YYYY-MM-DD HH:00';

/** Adds a sand-dust period or changes one. */
export function SandDialog({ period, onClose }: { period: SandPeriod | null; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: ({ begins, ends, source }: Fields) => {
      const body = { begins: instant(begins), ends: instant(ends), source };
      return period ? send('PUT', `/api/sand-periods/${period.id}`, body) : send('POST', '/api/sand-periods', body);
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: sandQuery.queryKey });
      void message.success(t('import.sand.saved'));
      onClose();
    },
    onError: (error) => setRefused(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken')),
  });
  const first = period ? { begins: wall(period.begins), ends: wall(period.ends), source: period.source } : undefined;
  const required = { required: true, message: t('import.sand.required') };
  const after = {
    validator: (_rule: unknown, value?: Dayjs) => {
      const begins: Dayjs | undefined = form.getFieldValue('begins');
      if (!value || !begins) return Promise.resolve();
      const hours = value.diff(begins, 'hour', true);
      if (hours <= 0) return Promise.reject(new Error(t('import.sand.after')));
      return hours > 240 ? Promise.reject(new Error(t('import.sand.tenDays'))) : Promise.resolve();
    },
  };
  return (
    <Modal
      open
      title={period ? t('import.sand.editTitle') : t('import.sand.add')}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {refused && <Alert type="error" showIcon title={refused} className="sand-refused" />}
      <Form form={form} layout="vertical" initialValues={first} onFinish={(fields) => save.mutate(fields)}>
        <div className="sand-times">
          <Form.Item name="begins" label={t('import.sand.begins')} rules={[required]}>
            <DatePicker showTime={HOUR} format={SHOWN} needConfirm={false} />
          </Form.Item>
          <Form.Item name="ends" label={t('import.sand.ends')} dependencies={['begins']} rules={[required, after]}>
            <DatePicker showTime={HOUR} format={SHOWN} needConfirm={false} />
          </Form.Item>
        </div>
        <Form.Item
          name="source"
          label={t('import.sand.source')}
          extra={t('import.sand.sourceNote')}
          rules={[
            { ...required, whitespace: true },
            { max: 300, message: t('import.sand.sourceLong') },
          ]}
        >
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
