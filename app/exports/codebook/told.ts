import type { Consistency } from '../../protocol/consistency'
import type { OutcomeRule, Perspective, ScaleDefinition, StudyProtocol, Words } from '../../protocol/study'
import type { Distribution } from '../distribution'
import type { Imprint, Table } from '../table/table'

/** A table as it was written: how many rows, and what each of its variables holds, in their order. */
export type ToldTable = {
  readonly table: Table
  readonly count: number
  readonly distributions: readonly Distribution[]
}

/** How well the items of each scale hang together, of one side at one wave (protocol §7.1). */
export type ToldScales = {
  readonly wave: string
  readonly perspective: Perspective
  readonly definition: ScaleDefinition
  readonly consistency: Readonly<Record<string, Consistency>>
}

/** Why somebody who could have been in it is not, and how many. */
export type LeftOut = { readonly why: Words; readonly count: number }

/** All that is told of a release: what the codebook for people and that for archives are written from. */
export type Told = {
  readonly imprint: Imprint
  readonly study: StudyProtocol
  readonly tables: readonly ToldTable[]
  readonly people: number
  readonly leftOut: readonly LeftOut[]
  readonly scales: readonly ToldScales[]
  /** The rules by which its outcomes were derived (protocol §5). */
  readonly outcomes: readonly OutcomeRule[]
}
