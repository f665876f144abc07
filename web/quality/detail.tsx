import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MarkCurve } from '#app/api';
import { Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { Acts } from './acts.tsx';
import { ReviewBadge, StateBadge } from './badges.tsx';
import { Curve } from './curve.tsx';
import { deviceName, useEvidence, useQuantityName, useSpan, useTestTitle } from './names.ts';
import { curveQuery } from './queries.ts';
import { Reviews } from './reviews.tsx';

/** One mark: what the test found, the curve with its neighbours, what can be done, and what has been said. */
export function Detail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const curve = useQuery(curveQuery(id));
  return (
    <Panel className="quality-detail">
      <Button type="link" icon={<ArrowLeftOutlined />} className="quality-back" onClick={onClose}>
        {t('quality.back')}
      </Button>
      {curve.error ? (
        <ErrorState error={curve.error} onRetry={() => void curve.refetch()} compact />
      ) : !curve.data ? (
        <LoadingState rows={10} height={520} />
      ) : (
        <Opened curve={curve.data} />
      )}
    </Panel>
  );
}

function Opened({ curve }: { curve: MarkCurve }) {
  const { t } = useTranslation();
  const [title, span, quantity, evidence] = [useTestTitle(), useSpan(), useQuantityName(), useEvidence()];
  const { mark } = curve;
  const { phrase, numbers } = evidence(mark);
  return (
    <>
      <h2>
        {deviceName(mark.device)} · {quantity(mark.channel.pollutant)}
        {mark.device.simulated && <span className="provenance">{t('quality.simulated')}</span>}
      </h2>
      <p className="quality-row-line">
        <StateBadge state={mark.state} />
        <span>
          {title(mark.test)}
          {phrase && ` · ${phrase}`}
        </span>
        <ReviewBadge mark={mark} />
      </p>
      <dl className="quality-facts">
        <dt>{t('quality.when')}</dt>
        <dd>{span(mark.from, mark.until)}</dd>
        {numbers.length > 0 && (
          <>
            <dt>{t('quality.found')}</dt>
            <dd>{numbers.join(t('shared.listComma'))}</dd>
          </>
        )}
        <dt>{t('quality.effect')}</dt>
        <dd>{t(`quality.effects.${mark.review === 'overruled' ? 'overruled' : mark.state}`)}</dd>
        <dt>{t('quality.edition')}</dt>
        <dd>{mark.edition}</dd>
      </dl>
      <Curve curve={curve} />
      {curve.cut && <p className="quiet">{t('quality.cut')}</p>}
      {!curve.checked && <p className="quiet">{t('quality.notChecked')}</p>}
      <Acts marks={[mark]} />
      <Reviews reviews={curve.reviews} />
    </>
  );
}
