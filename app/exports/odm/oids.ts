import { pinOf } from '../../protocol/instruments/battery'
import type { Instrument, Item } from '../../protocol/study'

// What the parts of an ODM file are called in it: every part is named once, and pointed at by that name.

export const studyOid = (study: string): string => `S.${study}`
export const versionOid = (study: string): string => `MDV.${study}`
/** A wave, or what the register tells afterwards (FU). */
export const eventOid = (name: string): string => `SE.${name}`
/** An instrument in one of its versions: an older version is another form. */
export const formOid = (instrument: Instrument): string => `F.${pinOf(instrument)}`
export const groupOid = (instrument: Instrument, block: string): string => `G.${pinOf(instrument)}.${block}`
export const itemOid = (instrument: Instrument, item: Pick<Item, 'code'>): string =>
  `I.${pinOf(instrument)}.${item.code}`
export const conditionOid = (instrument: Instrument, item: Pick<Item, 'code'>): string =>
  `COND.${pinOf(instrument)}.${item.code}`

/** The wave after all others: what the register tells. */
export const FOLLOW_UP = 'FU'
export const REGISTER = { form: 'F.register', group: 'G.register' } as const
export const registerItemOid = (variable: string): string => `I.register.${variable}`
/** On which day a form was filled in, in days since day 0: the same group and item in each form. */
export const DAY = { group: 'G.day', item: 'I.day', unit: 'MU.day' } as const
/** Why there is no answer. */
export const WHY_EMPTY = 'CL.why_empty'

/** The part of its instrument that an item stands in (`Item.block`). */
export const blockOf = (instrument: Instrument, item: Pick<Item, 'block'>): string =>
  item.block ?? instrument.blocks?.[0]?.name ?? 'items'
