import { CameraOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Image } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionView } from '#app/api';
import { ApiError, upload } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';

/** The pictures of a visit, each with its place, time and hash. */
export function Photos({ visit }: { visit: InspectionView }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  if (visit.photos.length === 0) return <p className="quiet">{t('inspections.noPhotos')}</p>;
  return (
    <Image.PreviewGroup>
      <ul className="inspection-photos">
        {visit.photos.map((photo) => (
          <li key={photo.id}>
            <Image src={`/api/files/${photo.fileId}`} alt={t(`inspections.shows.${photo.shows}`)} width={132} />
            <p className="quiet">
              {t(`inspections.shows.${photo.shows}`)} {photo.takenAt && time(photo.takenAt)}
              {photo.lon !== null && photo.lat !== null && (
                <>
                  <br />
                  {photo.lon.toFixed(5)}, {photo.lat.toFixed(5)}
                </>
              )}
              <br />
              <span title={photo.sha256}>SHA-256 {photo.sha256.slice(0, 10)}…</span>
            </p>
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}

/** Adds a picture: from the camera on a phone, from a file elsewhere. */
export function AddPhoto({ visit }: { visit: InspectionView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState('');
  const add = async (file: File) => {
    setRefused('');
    setSending(true);
    try {
      await upload(`/api/inspections/${visit.id}/photos`, [file], {
        fields: { shows: 'visit', takenAt: new Date(file.lastModified).toISOString(), ...(await here()) },
      });
      await client.invalidateQueries({ queryKey: ['inspections', 'one'] });
    } catch (error) {
      setRefused(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'));
    } finally {
      setSending(false);
    }
  };
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
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void add(file);
        }}
      />
      <Button icon={<CameraOutlined />} loading={sending} onClick={() => input.current?.click()}>
        {t('inspections.addPhoto')}
      </Button>
      {refused && (
        <p role="alert" className="inspection-open">
          {refused}
        </p>
      )}
    </>
  );
}

/** Where the phone is, if it says so in three seconds. */
export function here(): Promise<{ lon?: string; lat?: string }> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve({});
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude.toFixed(6), lat: coords.latitude.toFixed(6) }),
      () => resolve({}),
      { timeout: 3000, maximumAge: 60_000 },
    );
  });
}
