import { QueryClient } from '@tanstack/react-query';
import type { Sentence } from './language.ts';

/** A refused request: the server's code and sentence, ready to be shown. `status` 0 = the server did not answer. */
export class ApiError extends Error {
  readonly code: string;
  readonly sentence: Sentence;
  readonly status: number;
  readonly issues: { path: string; message: string }[];
  readonly reference: string | null;
  constructor(status: number, body: Partial<ErrorBody>) {
    const sentence = body.message ?? UNEXPECTED;
    super(sentence.en);
    this.name = 'ApiError';
    this.status = status;
    this.code = body.code ?? 'unexpected';
    this.sentence = sentence;
    this.issues = body.issues ?? [];
    this.reference = body.reference ?? null;
  }
}
type ErrorBody = {
  code: string;
  message: Sentence;
  issues: { path: string; message: string }[];
  reference: string;
};

const UNEXPECTED = {
  zh: '服务器出现意外错误，请稍后重试；如反复出现请告知管理员。',
  en: 'The server met an unexpected fault; try again later and tell the administrator if it repeats.',
};
const UNREACHABLE = {
  zh: '无法连接服务器，请检查网络后重试。',
  en: 'The server cannot be reached; check the network and try again.',
};

let csrf: string | null = null;
/** The token of the session, told by GET /api/me; sent with every request that changes something. */
export function rememberCsrf(token: string | null): void {
  csrf = token;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

/** `path` with the given parameters; empty ones are left out. */
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') params.set(key, String(value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** Reads JSON. @throws ApiError */
export function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return request<T>(address(path, query), { method: 'GET', signal });
}

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Changes something; the body goes as JSON. @throws ApiError */
export function send<T = void>(method: Method, path: string, body?: unknown): Promise<T> {
  return request<T>(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  if (csrf && init.method !== 'GET') headers.set('x-lantian-csrf', csrf);
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, { code: 'unreachable', message: UNREACHABLE });
  });
  const text = await response.text();
  if (!response.ok) throw new ApiError(response.status, parsed(text));
  return (text ? JSON.parse(text) : undefined) as T;
}

function parsed(text: string): Partial<ErrorBody> {
  try {
    return JSON.parse(text) as Partial<ErrorBody>;
  } catch {
    return {};
  }
}

/**
 * Sends a file, or several, as multipart form data and tells how much has gone, 0…1.
 * @throws ApiError; `cancelled` when the signal aborts
 */
export function upload<T>(
  path: string,
  file: File | readonly File[],
  options: { fields?: Record<string, string>; onProgress?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<T> {
  return new Promise((done, fail) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(options.fields ?? {})) form.append(name, value);
    for (const one of [file].flat()) form.append('file', one, one.name);
    const call = new XMLHttpRequest();
    call.open('POST', path);
    call.setRequestHeader('accept', 'application/json');
    if (csrf) call.setRequestHeader('x-lantian-csrf', csrf);
    call.upload.onprogress = (e) => e.lengthComputable && options.onProgress?.(e.loaded / e.total);
    call.onload = () =>
      call.status < 400
        ? done(JSON.parse(call.responseText || 'null') as T)
        : fail(new ApiError(call.status, parsed(call.responseText)));
    call.onerror = () => fail(new ApiError(0, { code: 'unreachable', message: UNREACHABLE }));
    call.onabort = () => fail(new DOMException('aborted', 'AbortError'));
    options.signal?.addEventListener('abort', () => call.abort());
    call.send(form);
  });
}

/** Server data live here and nowhere else. Refusals are not tried again; a lost connection is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof ApiError && (error.status === 0 || error.status === 503) && count < 2,
    },
  },
});
