import { PaperClipOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorState, MeasureTargetList } from '#app/api';
import { ApiError, upload } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { targetsQuery } from '../queries.ts';

type Fields = { indicator: string; value?: string; letter?: string; inForceOn: Dayjs; months?: string; note?: string };
type Props = { year: string; id: string; indicators: readonly IndicatorState[]; onClose: () => void };

const FIGURE = /^\d{1,12}(\.\d{1,4})?$/;

/** What the letter says: the figure, its number, since when; and, where the office plans them, the months. */
export default function TargetForm({ year, id, indicators, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState('');
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('indicator', form) ?? indicators[0]?.id;
  const unit = indicators.find((one) => one.id === chosen)?.shownUnit;
  const submit = async (given: Fields) => {
    setRefused('');
    setSending(true);
    try {
      const answer = await upload<MeasureTargetList>(
        `/api/plans/${year}/measures/${encodeURIComponent(id)}/targets`,
        file ? [file] : [],
        {
          fields: {
            indicator: given.indicator,
            value: given.value?.trim() ?? '',
            letter: given.letter?.trim() ?? '',
            inForceOn: given.inForceOn.format('YYYY-MM-DD'),
            months: given.months?.trim() ?? '',
            note: given.note?.trim() ?? '',
          },
        },
      );
      client.setQueryData(targetsQuery(year, id).queryKey, answer);
      void client.invalidateQueries({ queryKey: ['plans', Number(year)] });
      onClose();
    } catch (error) {
      setRefused(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'));
    } finally {
      setSending(false);
    }
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className="measure-target-form"
      requiredMark={false}
      disabled={sending}
      initialValues={{ indicator: indicators[0]?.id, inForceOn: dayjs(`${year}-01-01`) }}
      onFinish={(given) => void submit(given)}
    >
      <Form.Item name="indicator" label={t('measure.targets.indicator')}>
        <Select
          disabled={indicators.length < 2}
          options={indicators.map((one) => ({ value: one.id, label: sentence(one.title) }))}
        />
      </Form.Item>
      <div className="measure-target-line">
        <Form.Item
          name="value"
          label={t('measure.targets.value')}
          rules={[{ pattern: FIGURE, message: t('measure.targets.valueWrong') }]}
        >
          <Input suffix={unit && sentence(unit)} inputMode="decimal" />
        </Form.Item>
        <Form.Item name="inForceOn" label={t('measure.targets.since')}>
          <DatePicker allowClear={false} inputReadOnly />
        </Form.Item>
      </div>
      <Form.Item name="letter" label={t('measure.targets.letter')} extra={t('measure.targets.letterHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="months"
        label={t('measure.targets.months')}
        extra={t('measure.targets.monthsHint')}
        rules={[
          {
            validator: async (_rule, value?: string) => {
              const parts = value?.trim() ? value.trim().split(/[,，\s]+/) : [];
              if (parts.length !== 0 && (parts.length !== 12 || parts.some((part) => !FIGURE.test(part))))
                throw new Error(t('measure.targets.monthsWrong'));
            },
          },
        ]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="note" label={t('measure.targets.note')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item label={t('measure.targets.file')} extra={t('measure.targets.fileHint')}>
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label={t('measure.targets.file')}
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            event.target.value = '';
          }}
        />
        <Button icon={<PaperClipOutlined />} onClick={() => input.current?.click()}>
          {file?.name ?? t('measure.targets.choose')}
        </Button>
      </Form.Item>
      {refused && (
        <p className="measure-refused" role="alert">
          {refused}
        </p>
      )}
      <div className="measure-target-acts">
        <Button type="primary" htmlType="submit" loading={sending}>
          {t('measure.targets.save')}
        </Button>
        <Button onClick={onClose}>{t('measure.targets.cancel')}</Button>
      </div>
    </Form>
  );
}
