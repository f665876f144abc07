import { App, Button, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HookTrial, NoticeSettings } from '#app/api';
import { Panel } from '../shared/page.tsx';
import { useAct } from './use-act.ts';

const KINDS = ['wecom', 'dingtalk', 'json'] as const;
type Given = { kind: (typeof KINDS)[number]; url: string; secret?: string };

/** Where the person's robot is: only its kind and host are ever shown again. */
export function HookForm({ hook }: { hook: NoticeSettings['hook']['set'] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const [changing, change] = useState(false);
  const kind = Form.useWatch('kind', form) ?? 'wecom';
  const save = useAct(() => {
    form.resetFields();
    change(false);
  });
  const trial = useAct<HookTrial>(({ sent, failure }) => {
    if (sent) void message.success(t('notices.hook.sent'));
    else void message.error(t('notices.hook.notSent', { failure }), 8);
  });
  const put = (given: Given | null) =>
    save.mutate({
      method: 'PUT',
      path: '/api/notices/hook',
      body: { hook: given && { kind: given.kind, url: given.url.trim(), secret: given.secret?.trim() || null } },
      done: t('notices.saved'),
    });
  return (
    <Panel title={t('notices.hook.title')}>
      <p className="quiet">{t('notices.hook.text')}</p>
      {hook && !changing ? (
        <>
          <p>
            {t(`notices.hook.kinds.${hook.kind}`)} · {hook.host}
            {hook.signed && ` · ${t('notices.hook.signed')}`}
          </p>
          <Space wrap>
            <Button
              loading={trial.isPending}
              onClick={() => trial.mutate({ method: 'POST', path: '/api/notices/hook/trial' })}
            >
              {t('notices.hook.try')}
            </Button>
            <Button onClick={() => change(true)}>{t('notices.hook.change')}</Button>
            <Button danger loading={save.isPending} onClick={() => put(null)}>
              {t('notices.hook.remove')}
            </Button>
          </Space>
        </>
      ) : (
        <Form form={form} layout="vertical" initialValues={{ kind: 'wecom' }} onFinish={put}>
          <Form.Item name="kind" label={t('notices.hook.kind')}>
            <Select options={KINDS.map((value) => ({ value, label: t(`notices.hook.kinds.${value}`) }))} />
          </Form.Item>
          <Form.Item
            name="url"
            label={t('notices.hook.url')}
            rules={[{ required: true, message: t('notices.hook.urlNeeded') }]}
          >
            <Input autoComplete="off" maxLength={1000} placeholder="https://" />
          </Form.Item>
          {kind !== 'wecom' && (
            <Form.Item name="secret" label={t('notices.hook.secret')} extra={t(`notices.hook.secretText.${kind}`)}>
              <Input.Password autoComplete="off" maxLength={200} />
            </Form.Item>
          )}
          <Space>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t('notices.hook.save')}
            </Button>
            {changing && <Button onClick={() => change(false)}>{t('notices.cancel')}</Button>}
          </Space>
        </Form>
      )}
    </Panel>
  );
}
