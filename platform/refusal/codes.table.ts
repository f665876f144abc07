/** Every refusal that the product knows, with the HTTP status it answers with. */
export const REFUSALS = {
  // documents
  document_unreadable: 422,
  document_encrypted: 422,
  document_has_macros: 422,
  document_too_large: 413,
  document_empty: 422,
  document_is_picture: 422,
  document_kind_unknown: 415,
  // identity and permission
  not_logged_in: 401,
  login_failed: 401,
  session_expired: 401,
  csrf_missing: 403,
  no_permission: 403,
  password_too_weak: 422,
  too_many_attempts: 429,
  sign_on_failed: 502,
  device_login_failed: 401,
  // requests
  bad_request: 400,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  already_exists: 409,
  not_in_this_state: 409,
  too_large: 413,
  too_many_requests: 429,
  // data
  district_invalid: 422,
  import_mapping_incomplete: 422,
  import_file_unreadable: 422,
  import_rows_invalid: 422,
  period_has_no_data: 422,
  value_out_of_range: 422,
  archive_damaged: 409,
  vectors_unreadable: 422,
  cancelled: 409,
  work_interrupted: 409,
  // the house
  data_folder_held: 409,
  database_unreachable: 503,
  bus_unreachable: 503,
  database_too_old: 503,
  database_broken: 503,
  config_invalid: 422,
  port_taken: 409,
  not_installed: 503,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSALS;
