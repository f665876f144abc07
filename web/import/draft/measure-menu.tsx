import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftActs } from './acts.ts';
import type { DraftMeasure } from './places.ts';

type Props = { measure: DraftMeasure; taskKey: string; before: string | null; act: DraftActs['mutate'] };

/** What can be done to the table at this measure: one more after it, split it, merge it with the one above, remove it. */
export function MeasureMenu({ measure, taskKey, before, act }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'add' | 'split' | null>(null);
  const label = t('import.structure.label', { id: measure.id });
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'add', label: t('import.structure.add') },
            { key: 'split', label: t('import.structure.split') },
            { key: 'merge', label: t('import.structure.merge'), disabled: before === null },
            { key: 'remove', label: t('import.structure.remove'), danger: true },
          ],
          onClick: ({ key }) => {
            if (key === 'add' || key === 'split') setAsking(key);
            else if (key === 'merge' && before)
              act({ kind: 'structure', value: { op: 'merge', measure: measure.key, into: before } });
            else if (key === 'remove') act({ kind: 'structure', value: { op: 'remove', measure: measure.key } });
          },
        }}
      >
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={label} className="review-menu" />
      </Dropdown>
      {asking === 'add' && (
        <AddDialog
          onClose={() => setAsking(null)}
          onAdd={(text) => act({ kind: 'structure', value: { op: 'add', task: taskKey, after: measure.key, text } })}
        />
      )}
      {asking === 'split' && (
        <SplitDialog
          text={measure.text}
          onClose={() => setAsking(null)}
          onSplit={(at) => act({ kind: 'structure', value: { op: 'split', measure: measure.key, at } })}
        />
      )}
    </>
  );
}

function AddDialog({ onClose, onAdd }: { onClose: () => void; onAdd: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <Modal
      open
      title={t('import.structure.add')}
      onCancel={onClose}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={() => {
        onAdd(text.trim());
        onClose();
      }}
    >
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 3 }}
        aria-label={t('import.field.text')}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
    </Modal>
  );
}

type Split = { text: string; onClose: () => void; onSplit: (at: number) => void };

/** The cut is where the cursor stands in the wording. */
function SplitDialog({ text, onClose, onSplit }: Split) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const sound = text.slice(0, at).trim() !== '' && text.slice(at).trim() !== '';
  return (
    <Modal
      open
      title={t('import.structure.split')}
      onCancel={onClose}
      okButtonProps={{ disabled: !sound }}
      onOk={() => {
        onSplit(at);
        onClose();
      }}
    >
      <p className="quiet">{t('import.structure.splitHint')}</p>
      <Input.TextArea
        readOnly
        autoFocus
        autoSize
        aria-label={t('import.field.text')}
        value={text}
        onSelect={(e) => setAt(e.currentTarget.selectionStart)}
      />
      {sound && (
        <ol className="review-split">
          <li>{text.slice(0, at).trim()}</li>
          <li>{text.slice(at).trim()}</li>
        </ol>
      )}
    </Modal>
  );
}
