import type { InspectionGiven } from '#app/api';
import { ApiError, send, upload } from '../../app/api.ts';

/**
 * Visits that wait to be sent. Kept in the browser (IndexedDB) until the server has them, so that a dead spot loses
 * nothing; sent again they are the same visit, by their clientId.
 */
export type Waiting = {
  readonly given: InspectionGiven;
  readonly title: string;
  readonly photos: readonly {
    shows: 'visit' | 'finding';
    file: Blob;
    name: string;
    takenAt: string;
    lon?: string;
    lat?: string;
  }[];
};

const NAME = 'lantian-inspections';
const STORE = 'waiting';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'given.clientId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

export const keepWaiting = (one: Waiting) => within('readwrite', (store) => store.put(one));
export const waiting = () => within<Waiting[]>('readonly', (store) => store.getAll());
const forget = (clientId: string) => within('readwrite', (store) => store.delete(clientId));

/** @returns the visit's id @throws ApiError: status 0 = no connection, it goes on waiting */
export async function sendWaiting({ given, photos }: Waiting): Promise<number> {
  const { id } = await send<{ id: number }>('POST', '/api/inspections', given);
  for (const { shows, file, name, takenAt, lon, lat } of photos)
    await upload(`/api/inspections/${id}/photos`, [new File([file], name, { type: file.type })], {
      fields: { shows, takenAt, ...(lon && lat ? { lon, lat } : {}) },
    });
  await forget(given.clientId);
  return id;
}

/** Sends all that wait; what the server refuses goes on waiting, with its sentence. */
export async function sendAll(): Promise<{ sent: number; refused: ApiError[] }> {
  const result = { sent: 0, refused: [] as ApiError[] };
  for (const one of await waiting())
    try {
      await sendWaiting(one);
      result.sent += 1;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      result.refused.push(error);
      if (error.status === 0) break;
    }
  return result;
}
