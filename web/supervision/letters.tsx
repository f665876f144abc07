import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '#app/api';
import { useSentence } from '../app/language.ts';
import { EmptyState } from '../shared/states.tsx';
import { Act } from './act.tsx';
import { Letter, MeasureLink } from './matters.tsx';
import { UnitName } from './unit-name.tsx';

/** Drafts by measure, to be issued to many units at once; below them what was issued, answered or dropped. */
export function Letters({ letters, office }: { letters: readonly LetterView[]; office: boolean }) {
  const { t } = useTranslation();
  if (letters.length === 0) return <EmptyState compact title={t('supervision.none.letters')} />;
  const drafts = office ? letters.filter(({ state }) => state === 'draft') : [];
  const measures = [...new Set(drafts.map(({ measureId }) => measureId))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return (
    <>
      {measures.map((id) => (
        <Drafts key={id} measureId={id} drafts={drafts.filter(({ measureId }) => measureId === id)} />
      ))}
      <ol className="matters">
        {letters
          .filter((letter) => !drafts.includes(letter))
          .map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
      </ol>
    </>
  );
}

function Drafts({ measureId, drafts }: { measureId: string; drafts: readonly LetterView[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = drafts.map(({ id }) => id).filter((id) => !left.includes(id));
  const first = drafts[0]!;
  const alike = drafts.every(({ facts }) => facts.why.zh === first.facts.why.zh);
  const mark = (id: string, on: boolean) => setLeft(on ? left.filter((one) => one !== id) : [...left, id]);
  return (
    <section className="drafts">
      <div className="matter-head">
        <MeasureLink year={first.year} id={measureId} />
        <strong>{t('supervision.letter.drafts', { count: drafts.length })}</strong>
        <Checkbox
          checked={chosen.length === drafts.length}
          indeterminate={chosen.length > 0 && chosen.length < drafts.length}
          onChange={({ target }) => setLeft(target.checked ? [] : drafts.map(({ id }) => id))}
        >
          {t('supervision.letter.all')}
        </Checkbox>
        <span className="drafts-acts">
          {chosen.length > 0 && (
            <>
              <Act
                primary
                label={t('supervision.letter.issueMany', { count: chosen.length })}
                path="/api/supervision/letters/issue"
                body={(demand) => ({ ids: chosen, demand })}
              />
              <Act
                ask="must"
                label={t('supervision.letter.dropMany', { count: chosen.length })}
                path="/api/supervision/letters/drop"
                body={(reason) => ({ ids: chosen, reason })}
              />
            </>
          )}
        </span>
      </div>
      <p className="quiet drafts-words">{first.facts.words}</p>
      {alike && <p>{sentence(first.facts.why)}</p>}
      <ol className={alike ? 'drafts-units' : 'drafts-units whys'}>
        {drafts.map(({ id, unit, facts }) => (
          <li key={id}>
            <Checkbox
              aria-label={sentence(unit.name)}
              checked={!left.includes(id)}
              onChange={({ target }) => mark(id, target.checked)}
            />
            <UnitName unit={unit} />
            {!alike && <span className="quiet">{sentence(facts.why)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
