import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isRefusal, Refusal } from '#platform/refusal';
import type { Http } from './server.ts';

const NOT_FOUND = { zh: '没有这个地址，请检查链接。', en: 'There is nothing at this address; check the link.' };
const FAULT = {
  zh: '系统出错了，请稍后重试；若仍出现，请把编号告诉管理员。',
  en: 'Something went wrong on our side; try again, and give the reference to the administrator if it stays.',
};
const INVALID = {
  zh: '提交的内容不符合要求，请按提示修改。',
  en: 'The request is not as expected; see the places named.',
};

/** What fastify and its plugins refuse by themselves, as refusals of ours. */
const BY_STATUS: Record<number, Refusal> = {
  400: new Refusal('bad_request', {
    zh: '请求无法读取，请检查内容格式。',
    en: 'The request cannot be read; check its format.',
  }),
  413: new Refusal('too_large', {
    zh: '内容过大，请减小后重试。',
    en: 'The content is too large; please make it smaller.',
  }),
  415: new Refusal('bad_request', { zh: '不支持这种内容类型。', en: 'This content type is not supported.' }),
  429: new Refusal('too_many_requests', {
    zh: '操作过于频繁，请稍后再试。',
    en: 'Too many requests; please wait a little.',
  }),
};

export function answerErrors(http: Http): void {
  http.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'not_found', message: NOT_FOUND }));
  http.setErrorHandler((error: FastifyError, request, reply) => {
    if (isRefusal(error)) {
      request.log.info({ code: error.code, context: error.context, path: pathOf(request.url) }, 'refused');
      return reply.code(error.status).send({ code: error.code, message: error.sentence });
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const issues = error.validation.map((v) => ({
        path: v.instancePath.slice(1).replaceAll('/', '.'),
        message: v.message ?? '',
      }));
      return reply.code(400).send({ code: 'bad_request', message: INVALID, issues });
    }
    const known = BY_STATUS[error.statusCode ?? 500];
    if (known) return reply.code(known.status).send({ code: known.code, message: known.sentence });
    request.log.error({ err: error, path: pathOf(request.url) }, 'fault');
    return reply.code(500).send({ code: 'fault', message: FAULT, reference: request.id });
  });
}

/** without the query, which may hold what a log should not (the code of a single sign-on) */
const pathOf = (url: string) => url.split('?', 1)[0];
