import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/queries.ts';
import { PageHead } from '../shared/page.tsx';
import { NoPermission } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import './import.css';
import { ObservationImport } from './observations/index.tsx';
import { PlanImport } from './plan-import.tsx';
import { SandPeriods } from './sand/index.tsx';

/** 导入: the issued plan, measurements, and the sand-dust periods that are named beside them. */
export function Page() {
  const { t } = useTranslation();
  const mayPlan = useMay('plan.draft');
  const mayObservations = useMay('observations.import');
  const [tab, setTab] = useUrlState('tab', 'plan');
  return (
    <>
      <PageHead title={t('shell.pages.import.long')} />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={[
          { key: 'plan', label: t('import.tab.plan'), children: mayPlan ? <PlanImport /> : <NoPermission /> },
          {
            key: 'observations',
            label: t('import.tab.observations'),
            children: mayObservations ? <ObservationImport /> : <NoPermission />,
          },
          { key: 'sand', label: t('import.tab.sand'), children: <SandPeriods /> },
        ]}
      />
    </>
  );
}
