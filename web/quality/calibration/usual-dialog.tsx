import { useMutation } from '@tanstack/react-query';
import { App, DatePicker, Form, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';

type Fields = { span: [Dayjs, Dayjs] };

/** Names a time without known faults: drift is measured against the ratios of that time. */
export function UsualDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const set = useMutation({
    mutationFn: ({ span }: Fields) => {
      const [first, last] = span.map((day) => day.format('YYYY-MM-DD'));
      return send<{ channels: number }>('POST', '/api/quality/usual', { first, last });
    },
    onSuccess: ({ channels }) => {
      void message.success(t('quality.usual.done', { count: channels }));
      onClose();
    },
    onError: (error) => {
      void message.error(error instanceof ApiError ? sentence(error.sentence) : String(error), 8);
    },
  });
  return (
    <Modal
      open
      title={t('quality.usual.open')}
      okText={t('quality.usual.ok')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ loading: set.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('quality.usual.text')}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => set.mutate(fields)}>
        <Form.Item
          name="span"
          label={t('quality.usual.span')}
          rules={[{ required: true, message: t('quality.needed') }]}
        >
          <DatePicker.RangePicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
