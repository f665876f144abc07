import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ExtensionView, LetterView, MeetingView, StrikeOffView } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Act } from './act.tsx';
import { MeetingFiles } from './meeting-files.tsx';
import { UnitName } from './unit-name.tsx';

export const MeasureLink = ({ year, id }: { year: number; id: string }) => {
  const { t } = useTranslation();
  return (
    <Link to="/plan/$year/measures/$id" params={{ year: String(year), id }} search={{}}>
      {t('supervision.measure', { id })}
    </Link>
  );
};

/** A supervision letter: number, whom, why, its paper, its answer. */
export function Letter({ letter }: { letter: LetterView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const path = `/api/supervision/letters/${letter.id}`;
  return (
    <li className="matter">
      <div className="matter-head">
        <strong>{letter.number ?? t('supervision.letter.draft')}</strong>
        <MeasureLink year={letter.year} id={letter.measureId} />
        <UnitName unit={letter.unit} />
        <span className="quiet">{t(`supervision.letter.states.${letter.state}`)}</span>
      </div>
      <p>{sentence(letter.facts.why)}</p>
      {letter.answerBy && letter.state === 'issued' && (
        <p className="quiet">{t('supervision.letter.answerBy', { date: date(letter.answerBy) })}</p>
      )}
      {letter.answer && <p>{t('supervision.letter.answered', { words: letter.answer })}</p>}
      {letter.reason && <p className="quiet">{letter.reason}</p>}
      <div className="matter-acts">
        {letter.fileId && (
          <a href={`/api/files/${letter.fileId}`} download={`${letter.number}.docx`}>
            {t('supervision.letter.paper')}
          </a>
        )}
        {letter.mayAnswer && (
          <Act
            ask="must"
            label={t('supervision.letter.answer')}
            path={`${path}/answer`}
            body={(words) => ({ words })}
          />
        )}
      </div>
    </li>
  );
}

export function Extension({ row, office }: { row: ExtensionView; office: boolean }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const path = `/api/supervision/extensions/${row.id}/decide`;
  return (
    <li className="matter">
      <div className="matter-head">
        <MeasureLink year={row.year} id={row.measureId} />
        <UnitName unit={row.unit} />
        <span>{t('supervision.extension.asked', { date: date(row.askedUntil) })}</span>
        <span className="quiet">
          {row.grantedUntil
            ? t('supervision.extension.granted', { date: date(row.grantedUntil) })
            : t(`supervision.extension.states.${row.state}`)}
        </span>
      </div>
      <p>{row.reason}</p>
      {row.decision && <p className="quiet">{row.decision}</p>}
      {office && row.state === 'asked' && (
        <div className="matter-acts">
          <Act
            primary
            day={row.askedUntil}
            label={t('supervision.extension.grant')}
            path={path}
            body={(decision, until) => ({ decision, until })}
          />
          <Act
            ask="must"
            label={t('supervision.extension.refuse')}
            path={path}
            body={(decision) => ({ decision, until: null })}
          />
        </div>
      )}
    </li>
  );
}

export function StrikeOff({ row, office }: { row: StrikeOffView; office: boolean }) {
  const { t } = useTranslation();
  const path = `/api/supervision/strike-offs/${row.id}/decide`;
  return (
    <li className="matter">
      <div className="matter-head">
        <MeasureLink year={row.year} id={row.measureId} />
        <UnitName unit={row.unit} />
        <strong>{t(`supervision.strikeOff.states.${row.state}`)}</strong>
      </div>
      <p>{row.words}</p>
      <Criteria criteria={row.criteria} />
      {row.reason && <p className="quiet">{row.reason}</p>}
      {office && (row.state === 'asked' || row.state === 'struck') && (
        <div className="matter-acts">
          {row.state === 'asked' ? (
            <>
              <Act
                primary
                label={t('supervision.strikeOff.strike')}
                path={path}
                body={(reason) => ({ act: 'strike', reason })}
              />
              <Act
                ask="must"
                label={t('supervision.strikeOff.refuse')}
                path={path}
                body={(reason) => ({ act: 'refuse', reason })}
              />
            </>
          ) : (
            <Act
              ask="must"
              label={t('supervision.strikeOff.reopen')}
              path={path}
              body={(reason) => ({ act: 'reopen', reason })}
            />
          )}
        </div>
      )}
    </li>
  );
}

const SIGN = { true: '✓', false: '✗', null: '○' } as const;

/** Each criterion with what shows whether it is met. */
export function Criteria({ criteria }: { criteria: StrikeOffView['criteria'] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <ul className="criteria">
      {criteria.map(({ words, met, evidence }) => (
        <li key={words.zh}>
          <span aria-hidden>{SIGN[String(met) as keyof typeof SIGN]}</span>
          <span className="unseen">{t(`supervision.criteria.${met === null ? 'person' : met ? 'met' : 'unmet'}`)}</span>
          <span>{sentence(words)}</span>
          {evidence ? (
            <Link to={`/indicators/${evidence.indicatorId}` as '/'} className="quiet">
              {sentence(evidence.why)}
            </Link>
          ) : (
            met === null && <span className="quiet">{t('supervision.criteria.person')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Meeting({ meeting, office }: { meeting: MeetingView; office: boolean }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <li className="matter">
      <div className="matter-head">
        <strong>{meeting.title}</strong>
        <span>{date(meeting.heldOn)}</span>
        <span className="quiet">{meeting.participants}</span>
      </div>
      <p className="matter-text">{meeting.minutes}</p>
      <MeetingFiles meeting={meeting} office={office} />
      <ul className="criteria">
        {meeting.items.map((item) => {
          const path = `/api/supervision/meetings/${meeting.id}/items/${item.no}`;
          return (
            <li key={item.no}>
              <span>{item.what}</span>
              <UnitName unit={item.unit} />
              <span>{date(item.dueOn)}</span>
              <span className="quiet">{t(`supervision.meeting.states.${item.state}`)}</span>
              {item.mayDone && (
                <Act label={t('supervision.meeting.done')} path={path} body={(words) => ({ act: 'done', words })} />
              )}
              {office && item.state === 'done' && (
                <Act label={t('supervision.meeting.verify')} path={path} body={(words) => ({ act: 'verify', words })} />
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
