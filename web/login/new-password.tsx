import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The new password, twice. The server's own rules decide; the length is told beforehand. */
export function NewPassword({ name = 'password' }: { name?: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={name}
        label={t('shell.password.next')}
        extra={t('shell.password.rule')}
        rules={[
          { required: true, message: t('shell.password.needed') },
          { min: 10, message: t('shell.password.rule') },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name={`${name}Again`}
        label={t('shell.password.again')}
        dependencies={[name]}
        rules={[
          { required: true, message: t('shell.password.needed') },
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value && value !== getFieldValue(name)) throw new Error(t('shell.password.differs'));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
