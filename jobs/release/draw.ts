import { createHash } from 'node:crypto'
import type { ToldScales } from '../../app/exports/codebook/told'
import type { Asked, Shape, Subject } from '../../app/exports/shapes/shape'
import { shapes } from '../../app/exports/shapes/shapes'
import { lintName } from '../../app/exports/table/names'
import type { Filled, Table } from '../../app/exports/table/table'
import { keyedNumbers } from '../../app/identity/release-numbers'
import type { Occasion } from '../../app/platform/occasion'
import { type AnswersToRead, answersToRead } from '../../app/protocol/answers-to-read'
import { scopesLacking } from '../../app/protocol/consent'
import { type Disclosure, disclosureOf, type Person } from '../../app/protocol/disclosure/disclosure'
import { sharedNumbersOf } from '../../app/protocol/disclosure/shared-numbers'
import { quasiValuesOf } from '../../app/protocol/disclosure/values'
import { type ReleaseSpec, ruleName } from '../../app/protocol/release-spec'
import { outcomeFactsOf, outcomeTold, type ReleasableCase, releasable } from '../../app/protocol/released'
import type { StudyProtocol } from '../../app/protocol/study'
import type { Member } from '../../app/records/releases/members'
import type { ReleaseCounts } from '../../app/records/releases/release'
import { type Candidate, inSnapshot, type Known, type Snapshot } from '../../app/records/releases/snapshot'
import type { Desk } from '../desk'
import { type KeyedNumbers, type ReleaseNumbers, releaseNumbers } from './numbers'
import { scalesOf } from './scales'
import { openSpool, type Spool } from './spool'

/** What a release is made with: the analyst's connections, which reach no name, and the vault, which gives numbers only. */
export type ReleaseDesk = Pick<Desk, 'study' | 'analyst' | 'vault' | 'stop'>

/** What a release is made from: what was asked for, the key of its numbers, what it knows of, and what was asked in the study. */
export type Wish = {
  readonly spec: ReleaseSpec
  readonly key: Buffer
  readonly known: Known
  readonly asked: Asked
}

/** What one snapshot gave: tables that can be read as often as there are formats, until they are dropped. */
export type Drawn = {
  readonly filled: readonly Filled[]
  readonly counts: ReleaseCounts
  readonly disclosure: Disclosure
  readonly members: readonly Member[]
  readonly scales: readonly ToldScales[]
  readonly snapshotAt: Date
  readonly drop: () => Promise<void>
}

/** Somebody told the machine to stop in the middle of a release: it is begun anew. */
export class Stopped extends Error {}

/** Cases that are turned into rows at once. */
const AT_ONCE = 200

/**
 * Reads a study once, in one snapshot, and lays the rows of every table out on the disk of a folder. `progress` is told the
 * part that is done.
 */
export async function draw(
  desk: ReleaseDesk,
  occasion: Occasion,
  wish: Wish,
  { folder, progress }: { readonly folder: string; readonly progress: (part: number) => void },
): Promise<Drawn> {
  const { protocol } = occasion.study
  const made = shapes(protocol, wish.asked, wish.spec)
  for (const { table } of made) checkNames(table)
  const spools: Spool[] = []
  const drop = async () => void (await Promise.all(spools.map((spool) => spool.drop())))
  try {
    for (const { table } of made) spools.push(await openSpool(folder, table))
    return await inSnapshot(desk.analyst, occasion.study, wish.known, async (snapshot) => {
      const { ordered, numbers, leftOut } = await numbered(desk, occasion, wish, snapshot)
      const wanted = answersToRead(protocol, wish.asked, wish.spec)
      const members: Member[] = []
      const scales = scalesOf(protocol, wish.spec)
      let unlinked = 0
      async function* people(): AsyncGenerator<Person> {
        const look = personOf(protocol, wish)
        for await (const some of casesOf(snapshot, protocol, ordered, wanted)) {
          if (desk.stop?.aborted) throw new Stopped()
          await spread(
            made,
            spools,
            some.map((one) => subjectOf(one, numbers, wish.known)),
          )
          for (const one of some) {
            members.push({ registrationId: one.registrationId, digest: digestOf(one) })
            if (!one.linked) unlinked += 1
            scales.add(one)
            yield look(one)
          }
          progress(members.length / ordered.length)
        }
      }
      const disclosure = await disclosureOf(protocol.quasiIdentifiers, people(), {
        outcomes: wish.spec.outcomes,
        steps: wish.spec.coarsening,
        calendar: wish.spec.dates === 'calendar',
      })
      const filled = await Promise.all(spools.map((spool) => spool.finish()))
      const rows = Object.fromEntries(filled.map(({ table, count }) => [table.name, count]))
      const counts = { people: members.length, unlinked, left_out: leftOut, rows }
      return { filled, counts, disclosure, members, scales: scales.told(), snapshotAt: snapshot.at, drop }
    })
  } catch (error) {
    await drop()
    throw error
  }
}

/** Throws when a name would not be read as it is by SPSS, Stata or R: which, and why. */
function checkNames({ name: table, variables }: Table): void {
  const taken = new Set<string>()
  for (const { name } of variables) {
    const remarks = lintName(name, taken)
    if (remarks.length > 0) throw new RangeError(`${table}.${name}: ${remarks.map(({ words }) => words.en).join('; ')}`)
    taken.add(name.toLowerCase())
  }
}

/** Who is in a release, in the order of their numbers. What it takes to give these is not kept. */
async function numbered(desk: ReleaseDesk, occasion: Occasion, { spec, key }: Wish, snapshot: Snapshot) {
  const { chosen, leftOut } = await chosenOf(occasion.study.protocol, spec, snapshot)
  const numbers = releaseNumbers(key, await keyedOf(desk, occasion, chosen, key))
  return { ordered: [...chosen.dyad].sort(numbers.inOrder), numbers, leftOut }
}

/** The study's ids of whom a release is about: of a hundred thousand candidates no more than this is kept. */
type Chosen = Readonly<Record<keyof KeyedNumbers, Set<string>>>

/** Who is in a release: who said yes to it (§6), and of these whom was asked for. */
async function chosenOf(study: StudyProtocol, { population }: ReleaseSpec, { candidates }: Snapshot) {
  const { region, location, interviewedAt, startedFrom, startedTo } = population
  const isWanted = (one: Candidate) =>
    (region === undefined || one.region === region) &&
    (location === undefined || one.location === location) &&
    (interviewedAt === undefined || one.waves.includes(interviewedAt)) &&
    (startedFrom === undefined || one.startedOn >= startedFrom) &&
    (startedTo === undefined || one.startedOn <= startedTo)
  const chosen: Chosen = { dyad: new Set(), client: new Set(), supervisor: new Set() }
  const without = { consent: 0, wish: 0 }
  for await (const one of candidates()) {
    if (scopesLacking(study, one.granted, 'release').length > 0) without.consent += 1
    else if (!isWanted(one)) without.wish += 1
    else {
      chosen.dyad.add(one.registrationId)
      chosen.client.add(one.clientId)
      for (const id of one.supervisorIds) chosen.supervisor.add(id)
    }
  }
  const narrowed = Object.keys(population).length > 0
  const leftOut = { no_consent: without.consent, ...(narrowed && { not_asked_for: without.wish }) }
  return { chosen, leftOut }
}

async function keyedOf({ vault }: ReleaseDesk, occasion: Occasion, { dyad, client, supervisor }: Chosen, key: Buffer) {
  const of = (kind: 'supervision' | 'client' | 'supervisor', ids: ReadonlySet<string>) =>
    keyedNumbers(vault, occasion, { kind, ids: [...ids], key })
  return {
    dyad: await of('supervision', dyad),
    client: await of('client', client),
    supervisor: await of('supervisor', supervisor),
  }
}

/** The cases of a release in its order, some at a time. */
async function* casesOf(snapshot: Snapshot, study: StudyProtocol, ordered: readonly string[], wanted: AnswersToRead) {
  let some: ReleasableCase[] = []
  for await (const found of snapshot.cases(ordered, wanted)) {
    const one = releasable(study, found)
    if (one) some.push(one)
    if (some.length === AT_ONCE) {
      yield some
      some = []
    }
  }
  if (some.length > 0) yield some
}

const subjectOf = (one: ReleasableCase, { number }: ReleaseNumbers, { followedTo }: Known): Subject => ({
  one,
  // a pair is numbered by the number of its supervision
  number: (kind, id) => number(kind, kind === 'dyad' ? one.registrationId : id),
  followedTo,
})

async function spread(made: readonly Shape[], spools: readonly Spool[], subjects: readonly Subject[]): Promise<void> {
  for (const [place, { rowsOf }] of made.entries()) for (const one of subjects) await spools[place]?.add(rowsOf(one))
}

/** Reads of a case by what somebody could recognise it, and what came of it. */
function personOf(study: StudyProtocol, { spec, known }: Wish): (one: ReleasableCase) => Person {
  const values = quasiValuesOf(study)
  const numbers = sharedNumbersOf(study, spec.waves)
  const rules = study.outcomes.filter((rule) => spec.outcomes.includes(ruleName(rule)))
  const comparison = { leftOut: spec.leftOut }
  return (one) => {
    const facts = outcomeFactsOf(study, one, known.followedTo)
    const came = rules
      .filter((rule) => outcomeTold(one, rule))
      .map((rule) => [ruleName(rule), rule.derive(facts, rule.comparison && comparison).value] as const)
    return { values: values(one), numbers: numbers(one), outcomes: Object.fromEntries(came) }
  }
}

/** What a release holds of a case: another one when anything of it is corrected. */
const digestOf = ({ granted: _, ...one }: ReleasableCase): string =>
  createHash('sha256').update(JSON.stringify(one)).digest('hex')
