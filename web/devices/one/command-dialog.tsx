import { DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { RequestKind } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useAct } from '../use-act.ts';

type Item = RequestKind['items'][number];
type Fields = { name: string; values?: Record<string, unknown> };

/** What is asked of the device, with the values that the standard allows. */
export function CommandDialog({
  deviceId,
  kinds,
  onClose,
}: {
  deviceId: number;
  kinds: RequestKind[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [form] = Form.useForm<Fields>();
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const name = Form.useWatch('name', form);
  const kind = only ?? kinds.find((one) => one.name === name);
  const act = useAct({ onDone: onClose, done: t('devices.talk.asked') });
  const submit = ({ values = {} }: Fields) =>
    kind &&
    act.mutate({
      method: 'POST',
      path: `/api/devices/${deviceId}/commands`,
      body: { name: kind.name, arguments: argumentsOf(kind.items, values) },
    });
  return (
    <Modal
      open
      title={only ? sentence(only.title) : t('devices.talk.other')}
      okText={t('devices.talk.send')}
      cancelText={t('shared.cancel')}
      okButtonProps={{ disabled: !kind, loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('devices.talk.sendText')}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark="optional" onFinish={submit}>
        {!only && (
          <Form.Item name="name" label={t('devices.talk.command')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={kinds.map((one) => ({ value: one.name, label: `${one.cn} ${sentence(one.title)}` }))}
            />
          </Form.Item>
        )}
        {kind?.items.map((item) => (
          <Form.Item
            key={`${kind.name} ${item.item}`}
            name={['values', item.item]}
            label={item.item}
            extra={item.atSending ? t('devices.talk.atSending') : undefined}
            rules={item.optional || item.atSending ? [] : [{ required: true, message: t('devices.talk.valueNeeded') }]}
          >
            {inputOf(item)}
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}

function inputOf(item: Item) {
  if (item.kind === 'time') return <DatePicker showTime style={{ width: '100%' }} />;
  if (item.kind === 'whole')
    return (
      <InputNumber
        min={item.from ?? undefined}
        max={item.to ?? undefined}
        precision={0}
        suffix={item.unit || undefined}
      />
    );
  if (item.kind === 'choice')
    return <Select options={(item.of ?? []).map((value) => ({ value, label: `${value} ${item.unit}` }))} />;
  if (item.secret) return <Input.Password maxLength={item.length ?? 64} autoComplete="off" />;
  return <Input maxLength={item.length ?? 64} />;
}

/** times as HJ 212 writes them, Beijing time; what was left out is not sent */
function argumentsOf(items: readonly Item[], values: Record<string, unknown>): Record<string, string> {
  const said: Record<string, string> = {};
  for (const { item, kind } of items) {
    const value = values[item];
    if (value === undefined || value === null || value === '') continue;
    said[item] = kind === 'time' ? (value as Dayjs).format('YYYYMMDDHHmmss') : String(value);
  }
  return said;
}
