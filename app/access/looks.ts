/** The verbs of the audit that show or take out something about people: what the privacy officer follows month by month. */
export const LOOK_VERBS = [
  'reidentify',
  'show_client',
  'show_signer',
  'look_at_scan',
  'copy_consent',
  'see_import_rows',
  'export_refused_rows',
  'export_access',
  'read_own_answers',
  'refuse_purpose',
  'see_trail',
  'see_looks',
  'export_looks',
  'see_audit',
  'export_audit',
  'release',
  'see_release_cells',
] as const
export type Look = (typeof LOOK_VERBS)[number]

/** A look by its verb as it was sent; undefined when it is none. */
export const readLook = (text: string | null): Look | undefined => LOOK_VERBS.find((verb) => verb === text)
