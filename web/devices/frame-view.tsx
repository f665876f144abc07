import { useTranslation } from 'react-i18next';
import type { KeptFrameView } from '#app/api';
import { pollutantOfHj212 } from '#standards/pollutants';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { useQuantityName } from './names.ts';

/** A frame that was kept: what it says, value by value, and as it came. `guess`: what the catalogue knows a code as. */
export function FrameView({ frame, guess }: { frame: KeptFrameView; guess?: boolean }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const sentence = useSentence();
  const quantity = useQuantityName();
  const known = (factor: string) => {
    const pollutant = guess ? pollutantOfHj212(factor) : null;
    return pollutant && quantity(pollutant);
  };
  return (
    <div className="device-frame">
      {!frame.readable && frame.reason !== 'unreadable' && (
        <p className="device-refused">{t('devices.frames.unreadable')}</p>
      )}
      {frame.packets.map((packet, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frame never changes
        <div key={i}>
          <p className="quiet">
            {packet.at ? time(packet.at, true) : t('devices.frames.noTime')}
            {packet.spanMinutes > 0 && ` · ${t('devices.frames.span', { count: packet.spanMinutes })}`}
          </p>
          <ul className="device-values">
            {packet.values
              .filter(({ statistic }) => statistic === 'value')
              .map(({ factor, value, flag }) => (
                <li key={factor}>
                  <span>
                    {factor}
                    {known(factor) && <small> {t('devices.frames.maybe', { name: known(factor) })}</small>}
                  </span>
                  <b>
                    {value ?? '—'}
                    {flag !== 'V' && <small> {t(`devices.flags.${flag}`)}</small>}
                  </b>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <details>
        <summary>{t('devices.frames.text', { bytes: frame.bytes })}</summary>
        <code>{frame.text}</code>
        {frame.deviations.length > 0 && (
          <p className="quiet">
            {t('devices.frames.deviations', {
              names: frame.deviations.map(({ name, words }) => (words ? sentence(words) : name)).join('；'),
            })}
          </p>
        )}
      </details>
    </div>
  );
}
