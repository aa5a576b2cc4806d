/** What kind of look at a person, or of taking something out, a verb of the audit is. */
export const LOOKS = {
  reidentify: 'found',
  show_client: 'name',
  show_signer: 'name',
  look_at_scan: 'copy',
  copy_consent: 'copy',
  see_trail: 'trail',
  export_looks: 'export',
  release: 'release',
} as const satisfies Record<string, 'found' | 'name' | 'copy' | 'trail' | 'export' | 'release'>
export type Look = keyof typeof LOOKS

export const LOOK_VERBS = Object.keys(LOOKS) as readonly Look[]

/** A look by its verb as it was sent; undefined when it is none. */
export const readLook = (text: string | null): Look | undefined => LOOK_VERBS.find((verb) => verb === text)
