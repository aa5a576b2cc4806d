/** What can be done with one pair's interview, each with a form of its own. */
const DEEDS = ['plan', 'reassign', 'cancel', 'no_show', 'refusal', 'not_held'] as const
export type Deed = (typeof DEEDS)[number]

/** A deed by its name as it was sent; undefined when there is none. */
export const readDeed = (text: string): Deed | undefined => DEEDS.find((one) => one === text)

/** The name of a field in the form of a deed: no two of the page are called the same. */
export const fieldOf = (deed: Deed, field: string): string => `${deed}_${field}`
