import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, Modal, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalibrationVersion } from '#app/api';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';

type Fields = { from?: Dayjs; until?: Dayjs | null; reason: string };

/** Lets a draft hold, or takes a version back; each asks for a reason first. */
export function Decide({ version }: { version: CalibrationVersion }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  const mayAudit = useMay('quality.audit');
  const [asking, ask] = useState<'admit' | 'withdraw' | null>(null);
  const [form] = Form.useForm<Fields>();
  const act = useMutation({
    mutationFn: ({ from, until, reason }: Fields) =>
      send('POST', `/api/quality/calibrations/${version.id}/${asking}`, {
        reason,
        ...(asking === 'admit'
          ? { validFrom: from?.format('YYYY-MM-DD'), validUntil: until?.format('YYYY-MM-DD') ?? null }
          : {}),
      }),
    onSuccess: async () => {
      ask(null);
      await client.invalidateQueries({ queryKey: ['quality', 'calibrations'] });
      void message.success(t('quality.done'));
    },
    onError: (error) => {
      void message.error(error instanceof ApiError ? sentence(error.sentence) : String(error), 8);
    },
  });
  if (!mayAudit || version.state === 'withdrawn') return null;
  const own = version.state === 'draft' && version.mine;
  return (
    <>
      <Space wrap size={8}>
        {version.state === 'draft' && (
          <Button size="small" type="primary" disabled={own} onClick={() => ask('admit')}>
            {t('quality.calibrations.admit')}
          </Button>
        )}
        <Button size="small" onClick={() => ask('withdraw')}>
          {t('quality.calibrations.withdraw')}
        </Button>
      </Space>
      {own && <p className="quality-four-eyes">{t('quality.calibrations.fourEyes')}</p>}
      <Modal
        open={asking !== null}
        destroyOnHidden
        title={asking && t(`quality.calibrations.ask.${asking}`)}
        okText={asking && t(`quality.calibrations.${asking}`)}
        cancelText={t('shared.cancel')}
        okButtonProps={{ loading: act.isPending }}
        onOk={() => form.submit()}
        onCancel={() => ask(null)}
      >
        <p>{asking && t(`quality.calibrations.askText.${asking}`)}</p>
        <Form form={form} layout="vertical" onFinish={(fields) => act.mutate(fields)}>
          {asking === 'admit' && (
            <Space>
              <Form.Item
                name="from"
                label={t('quality.calibrations.validFrom')}
                rules={[{ required: true, message: t('quality.needed') }]}
              >
                <DatePicker />
              </Form.Item>
              <Form.Item name="until" label={t('quality.calibrations.validUntil')}>
                <DatePicker placeholder={t('quality.calibrations.open')} />
              </Form.Item>
            </Space>
          )}
          <Form.Item
            name="reason"
            label={t('quality.reason')}
            rules={[{ required: true, whitespace: true, message: t('quality.needed') }]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
