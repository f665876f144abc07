/**
 * Permissions 权限: who may do what, where.
 *
 * A permission is one row (role, action, scope). Every route names the action it needs; the rows themselves stand in
 * one table (`app/roles.ts`). An actor is whoever asks: a person with roles, or the public, which is a role as well.
 */
export { type Actor, actorOf, type Grant, type Place, PUBLIC_ROLE, refusalFor } from './actor.ts';
export type { PermissionRow, PermissionScope, RoleRow } from './rows.ts';
