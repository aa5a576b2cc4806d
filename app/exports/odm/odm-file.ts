import type { Filled, Imprint } from '../table/table'
import { inPieces, opening, XML_HEAD } from '../xml/write'
import { answered } from './answered'
import { byPair } from './by-pair'
import { happenedElement } from './happened'
import { type OdmStudy, studyElement } from './metadata'
import { studyOid, versionOid } from './oids'

const NAMESPACE = 'http://www.cdisc.org/ns/odm/v1.3'
/** Said in the file too: whoever looks for it there is told where it is. */
const NO_AUDIT =
  '<!-- No AuditRecord: it would name who entered what, and when. That stands in the audit of the study itself; a release is pseudonymous. -->\n'

/**
 * A snapshot of a release as CDISC ODM 1.3.2 (§3.1): the study as it was asked, and of each pair what client and supervisor
 * answered at each wave, and, with the table of events, what the register told. Both tables are sorted by pair; more than one
 * pair is never held. The file is created, to itself, when its cut-off day begins: the same snapshot gives the same bytes.
 */
export function odmFile(
  what: OdmStudy,
  { items, events }: { readonly items: Filled; readonly events?: Filled },
  imprint: Imprint,
): AsyncGenerator<string> {
  return inPieces(parts(what, items, events, imprint))
}

async function* parts(what: OdmStudy, items: Filled, events: Filled | undefined, imprint: Imprint) {
  const { study, cutOff, version } = imprint
  const began = `${cutOff}T00:00:00`
  yield XML_HEAD
  yield `${opening('ODM', {
    xmlns: NAMESPACE,
    FileType: 'Snapshot',
    FileOID: `${study}.${cutOff}`,
    CreationDateTime: began,
    AsOfDateTime: began,
    ODMVersion: '1.3.2',
    SourceSystem: 'Koppel',
    SourceSystemVersion: version,
  })}\n`
  yield `${studyElement(what, { items: items.table, events: events?.table }, imprint)}\n`
  const clinical = { StudyOID: studyOid(what.study.code), MetaDataVersionOID: versionOid(what.study.code) }
  yield `${opening('ClinicalData', clinical)}\n${NO_AUDIT}`
  yield* subjects(what, items, events)
  yield '</ClinicalData>\n</ODM>\n'
}

/** Every pair that either table knows, in their order. */
async function* subjects(what: OdmStudy, items: Filled, events: Filled | undefined): AsyncGenerator<string> {
  const answers = answered(what, items.table)
  const [given, told] = [byPair(items), events && byPair(events)]
  let [one, other] = [(await given.next()).value, (await told?.next())?.value]
  while (one || other) {
    const of = !other || (one && one.of <= other.of) ? one?.of : other.of
    let inside = ''
    if (one && one.of === of) {
      for (const row of one.rows) answers.add(row)
      inside += answers.written()
      one = (await given.next()).value
    }
    if (events && other && other.of === of) {
      inside += happenedElement(events.table, other.rows)
      other = (await told?.next())?.value
    }
    yield `${opening('SubjectData', { SubjectKey: of })}${inside}</SubjectData>\n`
  }
}
