import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../app/language.ts';
import { SpanPicker } from '../shared/dates/span-picker.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { usePeriod } from './period.ts';
import { testsQuery } from './queries.ts';

const STATES = ['invalid', 'suspect', 'told'] as const;
const REVIEWS = ['open', 'provisional', 'audited'] as const;

/** What is shown of the marks; all of it stands in the address. */
export function Filters() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [search, set] = useUrlValues();
  const { from, until, today } = usePeriod();
  const tests = useQuery(testsQuery).data?.tests ?? [];
  const filtered = search.test || search.state || search.review || search.device || search.from || search.until;
  const choose = (changes: Record<string, string | undefined>) => set({ ...changes, mark: undefined });
  return (
    <div className="quality-filter">
      <SpanPicker
        from={from}
        until={until}
        last={today}
        label={t('quality.period')}
        onChoose={(first, last) => choose({ from: first, until: last === today ? undefined : last })}
      />
      <Select
        allowClear
        placeholder={t('quality.test')}
        aria-label={t('quality.test')}
        value={search.test}
        options={tests.map(({ id, title }) => ({ value: id, label: sentence(title) }))}
        onChange={(test) => choose({ test })}
        popupMatchSelectWidth={false}
        style={{ minWidth: 150 }}
      />
      <Select
        allowClear
        placeholder={t('quality.state')}
        aria-label={t('quality.state')}
        value={search.state}
        options={STATES.map((value) => ({ value, label: t(`quality.states.${value}`) }))}
        onChange={(state) => choose({ state })}
        style={{ minWidth: 110 }}
      />
      <Select
        allowClear
        placeholder={t('quality.review')}
        aria-label={t('quality.review')}
        value={search.review}
        options={REVIEWS.map((value) => ({ value, label: t(`quality.reviews.${value}`) }))}
        onChange={(review) => choose({ review })}
        style={{ minWidth: 110 }}
      />
      <Input
        key={search.device ?? ''}
        allowClear
        style={{ width: 150 }}
        defaultValue={search.device}
        placeholder={t('quality.deviceCode')}
        aria-label={t('quality.deviceCode')}
        onPressEnter={(event) => choose({ device: event.currentTarget.value.trim() || undefined })}
        onBlur={(event) => {
          const device = event.target.value.trim() || undefined;
          if (device !== search.device) choose({ device });
        }}
        onClear={() => choose({ device: undefined })}
      />
      {filtered && (
        <Button
          type="link"
          onClick={() =>
            choose({
              from: undefined,
              until: undefined,
              test: undefined,
              state: undefined,
              review: undefined,
              device: undefined,
            })
          }
        >
          {t('quality.clear')}
        </Button>
      )}
    </div>
  );
}
