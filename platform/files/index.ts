/**
 * Files 文件: what people give, kept as it came.
 *
 * A file is kept once per content (SHA-256): the same document given twice is the same row, under the name it had
 * first. It is never changed. It leaves the house only as a download, never as a page that a browser would run.
 */
export { attachmentType, MAX_FILE_BYTES, MAX_FILES } from './attachments.ts';
export { contentDisposition } from './disposition.ts';
export { type GivenFile, type GivenForm, readForm } from './form.ts';
export { type FileRoutesDeps, fileRoutes } from './routes.ts';
export { fileInfo, type KeptFile, keepFile, readFile } from './store.ts';
