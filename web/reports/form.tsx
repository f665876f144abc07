import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureReport, MeasureReports } from '#app/api';
import { ApiError, upload } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { districtQuery } from '../app/queries.ts';
import { partsQuery } from '../supervision/queries.ts';
import { reportsQuery } from './queries.ts';

const OFFICE = '';
type Fields = { unit: string; asOf: Dayjs; words: string; month: string; part?: string };
type Props = { year: string; id: string; as: MeasureReports['as']; again?: MeasureReport; onClose: () => void };

/** What a responsible unit has done, as of a day, with its documents. */
export default function ReportForm({ year, id, as, again, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const today = dayjs(useQuery(districtQuery).data?.today);
  const [files, setFiles] = useState<File[]>([]);
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState('');
  const parts = useQuery(partsQuery(year, id)).data ?? [];
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
    .filter((one) => !dayjs(`${one}-01`).endOf('month').isAfter(today, 'day'))
    .reverse();
  const units = [
    ...(as.office ? [{ value: OFFICE, label: t('reports.form.office') }] : []),
    ...as.units.map((unit) => ({ value: unit.id, label: sentence(unit.name) })),
  ];
  const submit = async ({ unit, asOf, words, month, part }: Fields) => {
    setRefused('');
    setSent(0);
    try {
      const answer = await upload<MeasureReports>(
        `/api/plans/${year}/measures/${encodeURIComponent(id)}/reports`,
        files,
        {
          fields: {
            unit,
            asOf: asOf.format('YYYY-MM-DD'),
            words,
            ...(month ? { month, part: part ?? parts[0]?.part ?? '', replaces: again?.id ?? '' } : {}),
          },
          onProgress: setSent,
        },
      );
      client.setQueryData(reportsQuery(year, id).queryKey, answer);
      void client.invalidateQueries({ queryKey: ['reports', Number(year), 'latest'] });
      onClose();
    } catch (error) {
      setRefused(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'));
    } finally {
      setSent(null);
    }
  };
  return (
    <Form<Fields>
      layout="vertical"
      className="report-form"
      requiredMark={false}
      disabled={sent !== null}
      initialValues={{
        unit: again?.unitId ?? units[0]?.value,
        asOf: today,
        words: again?.words ?? '',
        month: again?.month ?? '',
        part: again?.part,
      }}
      onFinish={(fields) => void submit(fields)}
    >
      <div className="report-form-line">
        <Form.Item name="unit" label={t('reports.form.unit')}>
          <Select options={units} showSearch={{ optionFilterProp: 'label' }} disabled={units.length < 2} />
        </Form.Item>
        <Form.Item name="asOf" label={t('reports.form.asOf')}>
          <DatePicker
            allowClear={false}
            inputReadOnly
            disabledDate={(day) => day.isAfter(today, 'day') || day.year() < Number(year)}
          />
        </Form.Item>
      </div>
      <div className="report-form-line">
        <Form.Item name="month" label={t('reports.form.month')}>
          <Select
            disabled={again !== undefined}
            options={[
              { value: '', label: t('reports.form.note') },
              ...months.map((one) => ({ value: one, label: t('reports.month', { month: one }) })),
            ]}
          />
        </Form.Item>
        {parts.length > 1 && (
          <Form.Item name="part" label={t('reports.form.part')}>
            <Select
              disabled={again !== undefined}
              options={parts.map((one) => ({ value: one.part, label: one.words.slice(0, 40) }))}
            />
          </Form.Item>
        )}
      </div>
      <Form.Item
        name="words"
        label={t('reports.form.words')}
        extra={t('reports.form.wordsHint')}
        rules={[{ required: true, whitespace: true, message: t('reports.form.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={5000} />
      </Form.Item>
      <Form.Item label={t('reports.form.files')} extra={t('reports.form.filesHint')}>
        <input
          ref={input}
          type="file"
          multiple
          className="unseen"
          tabIndex={-1}
          aria-label={t('reports.form.choose')}
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          onChange={(event) => {
            setFiles([...files, ...(event.target.files ?? [])].slice(0, 10));
            event.target.value = '';
          }}
        />
        <Button icon={<PaperClipOutlined />} onClick={() => input.current?.click()}>
          {t('reports.form.choose')}
        </Button>
        <ul className="report-files">
          {files.map((file, at) => (
            <li key={`${file.name} ${file.lastModified}`}>
              {file.name}{' '}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('reports.form.remove', { name: file.name })}
                onClick={() => setFiles(files.filter((_, i) => i !== at))}
              />
            </li>
          ))}
        </ul>
      </Form.Item>
      {refused && (
        <p className="report-refused" role="alert">
          {refused}
        </p>
      )}
      <div className="report-form-acts">
        <Button type="primary" htmlType="submit" loading={sent !== null}>
          {sent === null ? t('reports.form.send') : t('reports.form.sending', { percent: Math.round(sent * 100) })}
        </Button>
        <Button onClick={onClose}>{t('shared.cancel')}</Button>
      </div>
    </Form>
  );
}
