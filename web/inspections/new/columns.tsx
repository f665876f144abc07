import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InspectionKindView } from '#app/api';
import { useSentence } from '../../app/language.ts';

/** What a kind writes down besides its check-list. */
export function Columns(props: {
  columns: InspectionKindView['columns'];
  values: Readonly<Record<string, unknown>>;
  onChange: (values: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const set = (id: string, value: unknown) => props.onChange({ ...props.values, [id]: value });
  return (
    <>
      {props.columns.map((column) => {
        const id = `inspection-${column.id}`;
        const value = props.values[column.id];
        return (
          <div key={column.id} className="inspection-field">
            <label htmlFor={id}>
              {sentence(column.title)} {column.unit && <span className="quiet">（{column.unit}）</span>}
              {column.required && ' *'}
            </label>
            {column.type === 'choice' || column.type === 'yes_no' ? (
              <Select
                id={id}
                allowClear={!column.required}
                value={value as string | undefined}
                options={
                  column.type === 'yes_no'
                    ? [
                        { value: '是', label: t('ledgers.yes') },
                        { value: '否', label: t('ledgers.no') },
                      ]
                    : column.choices.map((choice) => ({ value: choice.id, label: sentence(choice.title) }))
                }
                onChange={(chosen) => set(column.id, chosen)}
              />
            ) : (
              <Input
                id={id}
                type={column.type === 'date' ? 'date' : 'text'}
                inputMode={column.type === 'integer' || column.type === 'decimal' ? 'decimal' : undefined}
                value={(value as string | undefined) ?? ''}
                onChange={({ target }) => set(column.id, target.value)}
              />
            )}
          </div>
        );
      })}
    </>
  );
}
