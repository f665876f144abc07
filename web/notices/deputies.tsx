import { Button, DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { NoticeSettings } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { useAct } from './use-act.ts';

/** Who gets the person's notices as well while the person is away, and for whom the person does so. */
export function Deputies({ settings }: { settings: NoticeSettings }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [form] = Form.useForm<{ deputyId: string; days: [Dayjs, Dayjs] }>();
  const act = useAct();
  const name = useAct(() => form.resetFields());
  const { deputies, standsFor, candidates, today } = settings;
  const days = (one: { from: string; until: string }) =>
    t('notices.deputies.days', { from: date(one.from), until: date(one.until) });
  return (
    <Panel title={t('notices.deputies.title')}>
      <p className="quiet">{t('notices.deputies.text')}</p>
      {deputies.length > 0 && (
        <ul className="notices-deputies">
          {deputies.map((one) => (
            <li key={one.id}>
              <span>
                <b>{one.name}</b> · {days(one)}
              </span>
              <Button
                size="small"
                loading={act.isPending}
                onClick={() => act.mutate({ method: 'POST', path: `/api/notices/deputies/${one.id}/end` })}
              >
                {t('notices.deputies.end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {standsFor.length > 0 && (
        <ul className="notices-deputies">
          {standsFor.map((one) => (
            <li key={one.id}>
              {t('notices.deputies.standsFor', { name: one.name })} · {days(one)}
            </li>
          ))}
        </ul>
      )}
      {candidates.length === 0 ? (
        <p>{t('notices.deputies.nobody')}</p>
      ) : (
        <Form
          form={form}
          layout="vertical"
          onFinish={({ deputyId, days: [from, until] }) =>
            name.mutate({
              method: 'POST',
              path: '/api/notices/deputies',
              body: { deputyId, from: from.format('YYYY-MM-DD'), until: until.format('YYYY-MM-DD') },
              done: t('notices.saved'),
            })
          }
        >
          <Form.Item
            name="deputyId"
            label={t('notices.deputies.who')}
            rules={[{ required: true, message: t('notices.deputies.whoNeeded') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={candidates.map(({ id, name: label }) => ({ value: id, label }))}
            />
          </Form.Item>
          <Form.Item
            name="days"
            label={t('notices.deputies.when')}
            rules={[{ required: true, message: t('notices.deputies.whenNeeded') }]}
          >
            <DatePicker.RangePicker
              minDate={dayjs(today)}
              defaultPickerValue={[dayjs(today), dayjs(today).add(1, 'month')]}
              style={{ width: '100%' }}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={name.isPending}>
            {t('notices.deputies.name')}
          </Button>
        </Form>
      )}
    </Panel>
  );
}
