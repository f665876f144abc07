import { DiffOutlined, DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LivingTable, PlanSummary } from '#app/api';
import { address } from '../app/api.ts';
import { LateMenu } from '../app/late-menu.tsx';
import { AsOfPicker } from '../shared/dates/as-of-picker.tsx';
import { useFormat } from '../shared/format.ts';
import { PageHead } from '../shared/page.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';

type Props = { plans: PlanSummary[]; year: number; table: LivingTable | undefined };

/** Which plan and version one looks at, as of when; print, export, compare. */
export function PlanHead({ plans, year, table }: Props) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [search, set] = useUrlValues();
  const plan = plans.find((p) => p.year === year);
  const versions = [...(plan?.versions ?? [])].sort((a, b) => b.no - a.no);
  const newest = versions[0]?.no;
  const shownVersion = search.version ?? (newest === undefined ? undefined : String(newest));
  const paper = (kind: 'xlsx' | 'docx') =>
    address(`/api/plans/${year}/table.${kind}`, { asOf: search.asOf, version: search.version });
  return (
    <PageHead
      title={table?.title ?? plan?.title ?? t('shell.pages.plan.long')}
      aside={
        <>
          {plans.length > 1 && (
            <Select
              aria-label={t('plan.year')}
              value={year}
              options={plans.map((p) => ({ value: p.year, label: t('plan.yearName', { year: p.year }) }))}
              onChange={(next) => set({ year: String(next), version: undefined, compare: undefined })}
            />
          )}
          {versions.length > 0 && (
            <Select
              aria-label={t('plan.version')}
              popupMatchSelectWidth={false}
              value={shownVersion}
              options={versions.map((v) => ({
                value: String(v.no),
                label: t('plan.versionName', { no: v.no, date: date(v.effectiveOn) }),
                title: v.note ?? undefined,
              }))}
              onChange={(no) => set({ version: no === String(newest) ? undefined : no })}
            />
          )}
          <AsOfPicker />
        </>
      }
      actions={
        <div className="plan-actions">
          <Link className="plan-indicators" to="/indicators" search={{ asOf: search.asOf }}>
            {t('indicators.title')}
          </Link>
          <Button
            icon={<DiffOutlined />}
            onClick={() => set({ compare: versions.length > 1 ? String(versions[1]?.no) : 'last-year' })}
          >
            {t('plan.changes.open')}
          </Button>
          <Button className="plan-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('plan.print')}
          </Button>
          <LateMenu
            icon={<DownloadOutlined />}
            menu={{
              items: (['xlsx', 'docx'] as const).map((kind) => ({
                key: kind,
                label: (
                  <a href={paper(kind)} download>
                    {t(`plan.export.${kind}`)}
                  </a>
                ),
              })),
            }}
          >
            {t('plan.export.label')}
          </LateMenu>
        </div>
      }
    />
  );
}
