import { CameraOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { here } from '../photos.tsx';

export type Picture = {
  shows: 'visit' | 'finding';
  file: Blob;
  name: string;
  takenAt: string;
  lon?: string;
  lat?: string;
};

/** Pictures taken now, with the time and, where the phone says it, the place. */
export function Pictures({ pictures, onChange }: { pictures: Picture[]; onChange: (pictures: Picture[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        capture="environment"
        className="unseen"
        tabIndex={-1}
        aria-label={t('inspections.addPhoto')}
        onChange={async (event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (!file) return;
          const at = await here();
          onChange([
            ...pictures,
            { shows: 'visit', file, name: file.name, takenAt: new Date(file.lastModified).toISOString(), ...at },
          ]);
        }}
      />
      <Button size="large" icon={<CameraOutlined />} onClick={() => input.current?.click()}>
        {t('inspections.addPhoto')}
      </Button>
      <ul className="inspection-pictures">
        {pictures.map((picture, i) => (
          <li key={`${picture.name} ${picture.takenAt}`}>
            {picture.name}{' '}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('inspections.removePhoto', { name: picture.name })}
              onClick={() => onChange(pictures.filter((_, at) => at !== i))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
