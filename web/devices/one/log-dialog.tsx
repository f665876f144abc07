import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceLogEntry, DeviceLogList } from '#app/api';
import { ApiError, upload } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useQuantityName } from '../names.ts';
import { logQuery } from '../queries.ts';
import type { TabProps } from './index.tsx';

const KINDS: DeviceLogEntry['kind'][] = ['visit', 'cleaning', 'repair', 'replacement', 'calibration', 'other'];
const RESULTS: NonNullable<DeviceLogEntry['result']>[] = ['passed', 'adjusted', 'failed'];
type Fields = {
  kind: DeviceLogEntry['kind'];
  doneOn: Dayjs;
  doneBy: string;
  words: string;
  pollutant?: string;
  standard?: string;
  result?: string;
  validUntil?: Dayjs;
};

/** Adds what was done, with photos from the phone. */
export default function LogDialog({ device, onClose }: TabProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const quantity = useQuantityName();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [form] = Form.useForm<Fields>();
  const [files, setFiles] = useState<File[]>([]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const calibration = Form.useWatch('kind', form) === 'calibration';
  const submit = async ({ doneOn, validUntil, ...fields }: Fields) => {
    setBusy(true);
    setRefused('');
    const entry = {
      ...{ kind: fields.kind, doneBy: fields.doneBy, words: fields.words, doneOn: doneOn.format('YYYY-MM-DD') },
      ...(fields.kind === 'calibration' && {
        pollutant: fields.pollutant ?? null,
        standard: fields.standard,
        result: fields.result,
        validUntil: validUntil?.format('YYYY-MM-DD'),
      }),
    };
    try {
      const answer = await upload<DeviceLogList>(`/api/devices/${device.id}/log`, files, {
        fields: { entry: JSON.stringify(entry) },
      });
      client.setQueryData(logQuery(device.id).queryKey, answer.entries);
      await client.invalidateQueries({ queryKey: ['devices'] });
      onClose();
    } catch (error) {
      setRefused(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'));
    } finally {
      setBusy(false);
    }
  };
  const needed = { required: true, message: t('devices.models.needed') };
  const pollutants = [...new Set(device.channels.flatMap(({ pollutant }) => pollutant ?? []))];
  return (
    <Modal
      open
      title={t('devices.log.add')}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ kind: 'visit', doneOn: dayjs() }}
        onFinish={(fields) => void submit(fields)}
      >
        <div className="device-form">
          <Form.Item name="kind" label={t('devices.log.kind')} rules={[needed]}>
            <Select options={KINDS.map((kind) => ({ value: kind, label: t(`devices.log.kinds.${kind}`) }))} />
          </Form.Item>
          <Form.Item name="doneOn" label={t('devices.log.doneOn')} rules={[needed]}>
            <DatePicker
              allowClear={false}
              disabledDate={(day) => day.isAfter(dayjs(), 'day')}
              style={{ width: '100%' }}
            />
          </Form.Item>
          <Form.Item name="doneBy" label={t('devices.log.doneBy')} rules={[{ ...needed, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          {calibration && (
            <>
              <Form.Item name="pollutant" label={t('devices.meaning.quantity')} extra={t('devices.log.wholeHint')}>
                <Select allowClear options={pollutants.map((code) => ({ value: code, label: quantity(code) }))} />
              </Form.Item>
              <Form.Item name="standard" label={t('devices.log.standard')} rules={[{ ...needed, whitespace: true }]}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name="result" label={t('devices.log.result')} rules={[needed]}>
                <Select
                  options={RESULTS.map((result) => ({ value: result, label: t(`devices.log.results.${result}`) }))}
                />
              </Form.Item>
              <Form.Item name="validUntil" label={t('devices.log.validUntil')} rules={[needed]}>
                <DatePicker style={{ width: '100%' }} />
              </Form.Item>
            </>
          )}
        </div>
        <Form.Item name="words" label={t('devices.log.words')} rules={[{ ...needed, whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
        <Form.Item label={t('devices.log.photos')} extra={t('devices.log.photosHint')}>
          <input
            ref={input}
            type="file"
            multiple
            className="unseen"
            tabIndex={-1}
            accept="image/jpeg,image/png,.pdf"
            aria-label={t('devices.log.choose')}
            onChange={(event) => {
              setFiles([...files, ...(event.target.files ?? [])].slice(0, 10));
              event.target.value = '';
            }}
          />
          <Button icon={<PaperClipOutlined />} onClick={() => input.current?.click()}>
            {t('devices.log.choose')}
          </Button>
          <ul className="device-tasks">
            {files.map((file, at) => (
              <li key={`${file.name} ${file.lastModified}`}>
                {file.name}{' '}
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t('devices.log.remove', { name: file.name })}
                  onClick={() => setFiles(files.filter((_, i) => i !== at))}
                />
              </li>
            ))}
          </ul>
        </Form.Item>
        {refused && (
          <p className="device-refused" role="alert">
            {refused}
          </p>
        )}
      </Form>
    </Modal>
  );
}
