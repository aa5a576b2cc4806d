import { parseDay } from '../../protocol/day'
import type { Extract } from '../../protocol/extract/extract'
import type { Origin, OriginTyped } from '../../protocol/extract/origin'
import { dueOn } from '../../protocol/retention'
import { sourcesKnown } from '../../records/follow-up/known-to'
import { textOf } from '../gate/form'
import type { Opened } from './opened'

/** What the form of a file asks of where it comes from: as typed, and the sources whose files were taken in before. */
export type OriginAsked = {
  readonly typed: Readonly<Record<'source' | 'legal_basis' | 'known_to' | 'delete_by', string>>
  readonly sources: readonly string[]
}

/** What a form says of where a file comes from; a day that is none is not said. Null where nothing is asked. */
export const originSent = (sent: FormData, { origin }: Extract): OriginTyped | null =>
  origin
    ? {
        source: textOf(sent, 'source') || null,
        legalBasis: textOf(sent, 'legal_basis') || null,
        deleteBy: parseDay(textOf(sent, 'delete_by')) ?? null,
        knownTo: parseDay(textOf(sent, 'known_to')) ?? null,
      }
    : null

/**
 * What stands in the form: what was typed, else what was said of the file before, else the study's own register and term.
 * How far a file knows is never guessed: up to that day "nothing told" counts as "nothing happened".
 */
export async function originAsked(
  { context, occasion, found, extract, language }: Opened,
  typed: OriginTyped | null | undefined,
): Promise<OriginAsked | null> {
  if (!extract.origin) return null
  const { study, today } = occasion
  const known = await sourcesKnown(context.databases.study, study.id)
  const { source, legalBasis } = extract.origin
  const first: Omit<Origin, 'knownTo'> & { readonly knownTo: null } = {
    source: source[language],
    legalBasis: legalBasis[language],
    deleteBy: dueOn(study.protocol.retention.register_files, today),
    knownTo: null,
  }
  const said = typed ?? found.origin ?? first
  return {
    typed: {
      source: said.source ?? '',
      legal_basis: said.legalBasis ?? '',
      known_to: said.knownTo ?? '',
      delete_by: said.deleteBy ?? '',
    },
    sources: known.map((one) => one.source),
  }
}
