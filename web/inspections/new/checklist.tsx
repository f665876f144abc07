import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InspectionKindView } from '#app/api';
import { useSentence } from '../../app/language.ts';

export type Answer = 'yes' | 'no' | 'na';
const ANSWERS: readonly Answer[] = ['yes', 'no', 'na'];

/** Item by item, for a thumb: as it should be, not, or does not apply; what is not gets its words. */
export function Checklist(props: {
  items: InspectionKindView['checklist'];
  answers: Readonly<Record<string, Answer>>;
  words: Readonly<Record<string, string>>;
  onAnswer: (id: string, answer: Answer) => void;
  onWords: (id: string, words: string) => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <ol className="inspection-checklist">
      {props.items.map((item) => (
        <li key={item.id}>
          <p>
            {sentence(item.title)}
            {item.severity === 'serious' && <span className="inspection-open"> {t('inspections.serious')}</span>}
          </p>
          {item.help && <p className="quiet">{sentence(item.help)}</p>}
          <fieldset aria-label={sentence(item.title)}>
            {ANSWERS.map((answer) => (
              <button
                key={answer}
                type="button"
                className={answer}
                aria-pressed={props.answers[item.id] === answer}
                onClick={() => props.onAnswer(item.id, answer)}
              >
                <span aria-hidden>{answer === 'yes' ? '✓' : answer === 'no' ? '✗' : '–'}</span>{' '}
                {t(`inspections.answer.${answer}`)}
              </button>
            ))}
          </fieldset>
          {props.answers[item.id] === 'no' && (
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              value={props.words[item.id] ?? ''}
              placeholder={t('inspections.findingWords')}
              aria-label={t('inspections.findingWords')}
              onChange={({ target }) => props.onWords(item.id, target.value)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
