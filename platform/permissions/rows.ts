import type { Sentence } from '#platform/refusal';

/** all: anywhere · own_unit: where the actor's unit is concerned · own_street: where the actor's street is */
export type PermissionScope = 'all' | 'own_unit' | 'own_street';
export type PermissionRow = { readonly role: string; readonly action: string; readonly scope: PermissionScope };
export type RoleRow = { readonly id: string; readonly title: Sentence; readonly needs?: 'unit' | 'street' };
