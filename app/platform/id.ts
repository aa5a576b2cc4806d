import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'

/** A new identifier for a row: unique everywhere, and later ones sort after earlier ones. */
export const newId = (): string => v7()

/** A new identifier that does not say when it was made: for the vault, whose rows must not line up with the study's. */
export const blindId = (): string => randomUUID()
