/**
 * HTTP 接口: one server, one way to write a route.
 *
 * A route is fastify's own, with zod schemas for what comes in and goes out and `config.may`: the action of the
 * permission row that opens it (`anyone` for what needs none, e.g. logging in). A route without it does not start.
 * `request.actor` is whoever asks. A handler throws `Refusal`; the answer is `{code, message: {zh, en}, issues?}`.
 * Uploads come by `request.file()` (`@fastify/multipart` with its limits is registered here), cookies by
 * `request.cookies`; headers, content policy and the limit of requests are in force on every route.
 * The OpenAPI description is printed from the same schemas at `/api/openapi.json`.
 */
export { LOGGED_WITHOUT } from './log.ts';
export { isThisMachine, type Protection } from './protection.ts';
export { type Http, type HttpOptions, openHttp, type RouteRecord, routesOf } from './server.ts';
export { errorBody, sentence } from './wire.ts';
