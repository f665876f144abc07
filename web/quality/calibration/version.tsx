import { useTranslation } from 'react-i18next';
import type { CalibrationVersion } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { deviceName, useQuantityName } from '../names.ts';
import { Decide } from './decide.tsx';

const SIGNS = { draft: '○', admitted: '●', withdrawn: '✕' } as const;

/** One version: what it is, on what it stands, how well it did on data left out, and from when it holds. */
export function Version({ version }: { version: CalibrationVersion }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number, date, time } = useFormat();
  const quantity = useQuantityName();
  const digits = (value: number) => number(Number(value.toPrecision(4)));
  const unit = version.channel.unit ?? '';
  const range = ({ from, to }: { from: number; to: number }) => `${digits(from)}–${digits(to)}`;
  return (
    <li>
      <h3>
        {deviceName(version.device)} · {quantity(version.channel.pollutant)} ·{' '}
        {t('quality.calibrations.version', { no: version.version })}
        <span className={`quality-version ${version.state}`}>
          <span aria-hidden>{SIGNS[version.state]}</span> {t(`quality.calibrations.states.${version.state}`)}
        </span>
      </h3>
      <dl className="quality-facts">
        <dt>{t('quality.calibrations.model')}</dt>
        <dd>
          {sentence(version.modelTitle)} <code>{version.formula}</code>
          <br />
          {Object.entries(version.coefficients)
            .map(([name, value]) => `${name} = ${digits(value)}`)
            .join(t('shared.listComma'))}
        </dd>
        <dt>{t('quality.calibrations.trained')}</dt>
        <dd>
          {t('quality.calibrations.trainedOn', {
            reference: deviceName(version.reference),
            first: date(version.trainedFirst),
            last: date(version.trainedLast),
            samples: number(version.samples),
            weeks: version.weeks,
            sites: version.sites,
          })}
        </dd>
        <dt>{t('quality.calibrations.range')}</dt>
        <dd>
          {t('quality.calibrations.sensorRange', { range: range(version.training.sensor), unit })}
          {version.training.humidity &&
            t('quality.calibrations.humidityRange', { range: range(version.training.humidity) })}
        </dd>
        <dt>{t('quality.calibrations.heldOut')}</dt>
        <dd>
          {version.heldOut.map((one) => (
            <span key={one.by} className="quality-held-out">
              {t(`quality.calibrations.by.${one.by}`, { count: one.groups })}
              {t('quality.calibrations.error', {
                rmse: number(one.rmse, { digits: 2 }),
                bias: number(one.bias, { digits: 2 }),
                unit,
              })}
            </span>
          ))}
          <span className="quiet">
            {t('quality.calibrations.ladder')}{' '}
            {version.ladder
              .map(
                ({ model, heldOut }) =>
                  `${t(`quality.models.${model}`)} ${number(Math.max(...heldOut.map(({ rmse }) => rmse)), { digits: 2 })}`,
              )
              .join(t('shared.listComma'))}
          </span>
        </dd>
        {version.validFrom && (
          <>
            <dt>{t('quality.calibrations.valid')}</dt>
            <dd>
              {date(version.validFrom)} –{' '}
              {version.validUntil ? date(version.validUntil) : t('quality.calibrations.open')}
            </dd>
          </>
        )}
        <dt>{t('quality.calibrations.people')}</dt>
        <dd>
          {t('quality.calibrations.madeBy', { name: version.madeBy, time: time(version.madeAt) })}
          {version.decidedBy &&
            t(`quality.calibrations.decided.${version.state}`, { name: version.decidedBy, reason: version.reason })}
        </dd>
      </dl>
      <Decide version={version} />
    </li>
  );
}
