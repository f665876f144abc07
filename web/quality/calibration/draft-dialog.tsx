import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useQuantityName } from '../names.ts';

const QUANTITIES = ['PM25', 'PM10', 'TSP', 'NO2', 'SO2', 'O3', 'CO', 'TVOC', 'NMHC'] as const;
type Fields = { device: string; pollutant: string; reference: string; span: [Dayjs, Dayjs] };

/** Fits the ladder of models to the time in which a device stood beside a reference; what did best becomes a draft. */
export function DraftDialog({ device, onClose }: { device: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  const quantity = useQuantityName();
  const [form] = Form.useForm<Fields>();
  const make = useMutation({
    mutationFn: ({ span, reference, ...rest }: Fields) => {
      const [first, last] = span.map((day) => day.format('YYYY-MM-DD'));
      return send('POST', '/api/quality/calibrations', { ...rest, beside: [{ reference, first, last }] });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['quality', 'calibrations'] });
      void message.success(t('quality.calibrations.made'));
      onClose();
    },
    onError: (error) => {
      void message.error(error instanceof ApiError ? sentence(error.sentence) : String(error), 8);
    },
  });
  const needed = [{ required: true, message: t('quality.needed') }];
  return (
    <Modal
      open
      title={t('quality.calibrations.make')}
      okText={t('quality.calibrations.makeOk')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ loading: make.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('quality.calibrations.makeText')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ device, pollutant: 'PM25' }}
        onFinish={(fields) => make.mutate(fields)}
      >
        <Form.Item name="device" label={t('quality.deviceCode')} rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="pollutant" label={t('quality.quantity')} rules={needed}>
          <Select options={QUANTITIES.map((value) => ({ value, label: quantity(value) }))} />
        </Form.Item>
        <Form.Item name="reference" label={t('quality.calibrations.referenceCode')} rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="span" label={t('quality.calibrations.span')} rules={needed}>
          <DatePicker.RangePicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
