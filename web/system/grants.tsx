import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Account } from '#app/api';
import { useName, useSentence } from '../app/language.ts';
import { districtQuery, unitsQuery } from '../app/queries.ts';
import { rolesQuery } from './roles.tsx';

export type Grant = Account['grants'][number];

/** A role in words, with its unit or street: 街道经办人（月坛街道） */
export function useGrantText(): (grant: Grant) => string {
  const { t } = useTranslation();
  const sentence = useSentence();
  const name = useName();
  const roles = useQuery(rolesQuery).data?.roles ?? [];
  const units = useQuery(unitsQuery).data ?? [];
  const streets = useQuery(districtQuery).data?.streets ?? [];
  return ({ role, unitId, streetCode }) => {
    const title = sentence(roles.find(({ id }) => id === role)?.title) || role;
    const place = units.find(({ id }) => id === unitId) ?? streets.find(({ code }) => code === streetCode);
    return place ? t('system.users.grantAt', { role: title, place: name(place) }) : title;
  };
}

/** The roles of an account as rows of a form; a role that needs a unit or a street asks for it. */
export function GrantFields() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const name = useName();
  const roles = (useQuery(rolesQuery).data?.roles ?? []).filter(({ id }) => id !== 'public');
  const units = useQuery(unitsQuery).data ?? [];
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const grants: (Partial<Grant> | undefined)[] = Form.useWatch('grants') ?? [];
  const required = [{ required: true, message: t('system.users.choose') }];
  const search = { optionFilterProp: 'label' } as const;
  return (
    <Form.List name="grants">
      {(rows, { add, remove }) => (
        <fieldset style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
          <legend style={{ marginBottom: 8 }}>{t('system.users.grants')}</legend>
          {rows.map((row) => {
            const needs = roles.find(({ id }) => id === grants[row.name]?.role)?.needs;
            return (
              <div key={row.key} className="grants-row">
                <Form.Item name={[row.name, 'role']} rules={required}>
                  <Select
                    aria-label={t('system.users.role')}
                    placeholder={t('system.users.role')}
                    options={roles.map(({ id, title }) => ({ value: id, label: sentence(title) }))}
                  />
                </Form.Item>
                {needs === 'unit' && (
                  <Form.Item name={[row.name, 'unitId']} rules={required}>
                    <Select
                      showSearch={search}
                      aria-label={t('system.users.unit')}
                      placeholder={t('system.users.unit')}
                      options={units.map((unit) => ({ value: unit.id, label: name(unit) }))}
                    />
                  </Form.Item>
                )}
                {needs === 'street' && (
                  <Form.Item name={[row.name, 'streetCode']} rules={required}>
                    <Select
                      showSearch={search}
                      aria-label={t('system.users.street')}
                      placeholder={t('system.users.street')}
                      options={streets.map((street) => ({ value: street.code, label: name(street) }))}
                    />
                  </Form.Item>
                )}
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('system.users.removeGrant')}
                  onClick={() => remove(row.name)}
                />
              </div>
            );
          })}
          <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})}>
            {t('system.users.addGrant')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** What the server takes: a place only where the role needs it. */
export const cleanGrants = (grants: Partial<Grant>[], needsOf: (role: string) => 'unit' | 'street' | null): Grant[] =>
  grants
    .filter((grant): grant is Partial<Grant> & { role: string } => !!grant.role)
    .map(({ role, unitId, streetCode }) => ({
      role,
      unitId: needsOf(role) === 'unit' ? (unitId ?? null) : null,
      streetCode: needsOf(role) === 'street' ? (streetCode ?? null) : null,
    }));
