/** A text in both languages of the system. */
export type Words = { readonly nl: string; readonly en: string }
