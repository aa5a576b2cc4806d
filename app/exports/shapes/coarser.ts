import { coarsened } from '../../protocol/disclosure/coarsen'
import { type QuasiIdentifier, type Rung, stepsIn } from '../../protocol/disclosure/quasi-identifier'
import { identifierOfCovariate, identifierOfItem } from '../../protocol/disclosure/values'
import type { ReleaseChoice } from '../../protocol/release-spec'
import type { Place } from '../../protocol/released'
import type { Perspective, Words } from '../../protocol/study'
import type { Coded, Value, Variable } from '../table/table'
import type { Column } from './column'
import { emptied, LEFT_OUT, noted } from './emptied'
import { SIDES } from './score-columns'
import type { Making, Placed } from './seen'

/** A quasi-identifier that a release tells less precisely, and how. */
type Coarser = { readonly identifier: QuasiIdentifier; readonly rungs: number; readonly rung: Rung }
/** A group that values went into; the code of each is the same in every release, and that of no answer. */
type Told = { readonly name: string; readonly code: number; readonly label: Words }

/** The codes of the groups of a rung begin here times its place on the ladder: 101, 102, … and 201, 202, …. */
const CODES = 100
const inGroups = ({ label }: Rung): Words => ({
  nl: `In deze uitgifte minder precies: ${label.nl}.`,
  en: `Less precise in this release: ${label.en}.`,
})

function coarserOf({ coarsening }: ReleaseChoice, identifier: QuasiIdentifier | undefined): Coarser | undefined {
  const rungs = (identifier && coarsening[identifier.name]) ?? 0
  const rung = identifier?.ladder[rungs - 1]
  return identifier && rung ? { identifier, rungs, rung } : undefined
}

/** The groups that are told: those that no higher rung has taken up. */
const groupsOf = ({ identifier, rungs }: Coarser): Told[] =>
  identifier.ladder
    .slice(0, rungs)
    .flatMap(({ groups }, rung) =>
      (groups ?? [])
        .map(({ name, label }, at) => ({ name, label, code: CODES * (rung + 1) + at + 1 }))
        .filter(({ name }) => coarsened(identifier, rungs, name) === name),
    )

/** A column of the register as a release tells it: as it is, in groups, or empty. Its variable says so. */
export function asTold({ study, chosen }: Making, column: Column<Placed>): Column<Placed> {
  const { variable, value } = column
  const coarser = coarserOf(chosen, identifierOfCovariate(study, variable.name))
  if (!coarser) return column
  if (coarser.rung.groups === null) return emptied(column)
  const { identifier, rungs } = coarser
  const isText = variable.kind === 'text'
  const groups = groupsOf(coarser).map(({ name, code, label }) => ({ name, code: isText ? name : code, label }))
  const codes = new Map<Value, Value>(groups.map(({ name, code }) => [name, code]))
  const told = (known: Value): Value => {
    const coarse = coarsened(identifier, rungs, known)
    return codes.get(coarse) ?? coarse
  }
  const values = [
    ...(variable.values ?? []).filter(({ code }) => told(code) === code),
    ...groups.map(({ code, label }) => ({ code, label })),
  ]
  return {
    ...column,
    variable: {
      ...noted(variable, inGroups(coarser.rung)),
      values,
      measure: variable.measure === 'nominal' ? 'nominal' : 'ordinal',
      width: isText ? Math.max(variable.width, ...values.map(({ code }) => Buffer.byteLength(String(code)))) : 0,
    },
    value: (one) => told(value(one)),
  }
}

/**
 * The number of a place, empty where it is left out, and where what the place would tell is told less precisely: who knows
 * where one client is registered, or which place is the largest, would know it of all who share the number.
 */
export function numberedPlace({ study, chosen }: Making, column: Column<Placed>): Column<Placed> {
  const place = identifierOfCovariate(study, 'location')
  return place && stepsIn(study.quasiIdentifiers, chosen.coarsening)[place.name] ? emptied(column) : column
}

/** The answers to a question at one place by their codes, each with the code that is told instead; null tells none of them. */
export type Retold = ReadonlyMap<number, number> | null
/** How a release tells the answers to a question, in the variable that holds those of some places. */
export type Retelling = {
  /** Undefined where they are told as they were given. */
  readonly at: (wave: string, who: Perspective) => Retold | undefined
  readonly told: (variable: Variable) => Variable
}

/** How the answers to a question are told at a place; undefined as they were given. */
export function retoldAt({ study, chosen }: Making, { wave, who }: Place, item: string): Retold | undefined {
  const found = identifierOfItem(study, { wave, perspective: who, item })
  const coarser = found && coarserOf(chosen, found.identifier)
  if (!coarser) return undefined
  const { identifier, rungs, rung } = coarser
  if (rung.groups === null) return null
  const codes = new Map(groupsOf(coarser).map(({ name, code }) => [name, code]))
  return new Map(
    Object.entries(found.names).flatMap(([code, name]) => {
      const coarse = coarsened(identifier, rungs, name)
      // what is as coarse already keeps its code
      const told = coarse === name ? Number(code) : codes.get(String(coarse))
      return told === undefined ? [] : [[Number(code), told] as const]
    }),
  )
}

/** The same for a variable of several places; undefined when all of them tell what was given. */
export function retelling(making: Making, item: string, places: readonly Place[]): Retelling | undefined {
  const all = places.map((place) => ({ place, retold: retoldAt(making, place, item) }))
  const less = all.filter(({ retold }) => retold !== undefined)
  if (less.length === 0) return undefined
  const byPlace = new Map(all.map(({ place: { wave, who }, retold }) => [`${wave} ${who}`, retold]))
  const groups = new Map<number, Words>()
  const notes = less.map(({ place: { wave, who } }) => {
    const found = identifierOfItem(making.study, { wave, perspective: who, item })
    const coarser = coarserOf(making.chosen, found?.identifier) as Coarser
    for (const { code, label } of coarser.rung.groups ? groupsOf(coarser) : []) groups.set(code, label)
    return { wave, who, note: coarser.rung.groups ? inGroups(coarser.rung) : LEFT_OUT }
  })
  const isTold = (code: number) =>
    all.some(({ retold }) => retold === undefined || (retold && [...retold.values()].includes(code)))
  return {
    at: (wave, who) => byPlace.get(`${wave} ${who}`),
    told: (variable) => {
      const { values = [], ...bare } = noted(variable, noteOf(notes, less.length === all.length))
      const left = [
        ...(values as readonly Coded<number>[]).filter(({ code }) => isTold(code)),
        ...[...groups].map(([code, label]) => ({ code, label })).filter(({ code }) => isTold(code)),
      ]
      return { ...bare, ...(left.length > 0 && { values: left }) }
    },
  }
}

type Said = Place & { readonly note: Words }

/** One sentence where it holds of the whole variable; else whom and when it is about. */
function noteOf(notes: readonly Said[], isAll: boolean): Words {
  const say = (language: keyof Words) => {
    const sentences = new Set(notes.map(({ note }) => note[language]))
    if (isAll && sentences.size === 1) return [...sentences].join()
    return notes.map(({ wave, who, note }) => `${wave}, ${SIDES[who].label[language]}: ${note[language]}`).join(' ')
  }
  return { nl: say('nl'), en: say('en') }
}
