import { v7 } from 'uuid'

/** A new identifier for a row: unique everywhere, and later ones sort after earlier ones. */
export const newId = (): string => v7()
