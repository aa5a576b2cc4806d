import type { Words } from '../../protocol/words'
import type { LeftOut, Told } from '../codebook/told'
import { element } from '../xml/write'
import { and, both, listed, same } from './both'
import { DDI_WORDS as WORDS } from './words'

/** The document itself (DDI-Codebook 2.5, `docDscr`). */
export const documentElement = ({ imprint, study }: Told): string =>
  element('docDscr', {}, [
    citation(and(WORDS.codebookOf, study.title), { ...imprint, id: `${imprint.study}.${imprint.cutOff}.codebook` }),
  ])

/** The study and this release of it (`stdyDscr`): what it is called, what it is about, how it was held, who may use it. */
export function studyElement(told: Told): string {
  const { imprint, study } = told
  return element('stdyDscr', {}, [
    citation(study.title, { ...imprint, id: `${imprint.study}.${imprint.cutOff}` }),
    element('stdyInfo', {}, [
      ...both('abstract', WORDS.abstract, { contentType: 'abstract' }),
      ...both('abstract', and(WORDS.purpose, same(imprint.purpose)), { contentType: 'purpose' }),
      summary(told),
    ]),
    method(told),
    access(told),
  ])
}

type Cited = { readonly language: 'nl' | 'en'; readonly cutOff: string; readonly version: string; readonly id: string }

/** A title stands in one language; the same in another is its parallel title. */
function citation(title: Words, { language, cutOff, version, id }: Cited): string {
  const other = language === 'nl' ? 'en' : 'nl'
  return element('citation', {}, [
    element('titlStmt', {}, [
      element('titl', { 'xml:lang': language }, title[language]),
      element('parTitl', { 'xml:lang': other }, title[other]),
      element('IDNo', {}, id),
    ]),
    element('prodStmt', {}, [
      element('prodDate', { date: cutOff }, cutOff),
      element('software', {}, WORDS.software[language]),
    ]),
    element('verStmt', {}, [element('version', { date: cutOff }, version)]),
  ])
}

function summary({ imprint, study }: Told): string {
  const begun = study.inclusionPeriods.map(({ from }) => from).sort()[0]
  const dates = [...(begun ? [['start', begun] as const] : []), ['end', imprint.cutOff] as const]
  return element('sumDscr', {}, [
    ...dates.map(([event, date]) => element('collDate', { event, date }, date)),
    ...both('anlyUnit', WORDS.unit),
    ...both('universe', and(WORDS.universe, listed(study.criteria.map(({ label }) => label))), { clusion: 'I' }),
    ...both('dataKind', WORDS.kind),
  ])
}

function method({ study, leftOut }: Told): string {
  const waves = listed(study.waves.map(({ name, label }) => and(same(name), label, ' ')))
  return element('method', {}, [
    element('dataColl', {}, [
      ...both('timeMeth', and(WORDS.waves, waves)),
      ...(leftOut.length > 0 ? both('sampProc', and(WORDS.sample, listed(leftOut.map(counted)))) : []),
      ...both('collMode', WORDS.interview),
      ...both('collMode', WORDS.questionnaire),
    ]),
  ])
}

const counted = ({ why, count }: LeftOut): Words => and(why, same(String(count)))

function access({ study: { consent } }: Told): string {
  const asked = (scopes: readonly string[]) =>
    listed(
      scopes
        .flatMap((scope) => consent.scopes[scope]?.label ?? [])
        .map(({ nl, en }) => ({ nl: `“${nl}”`, en: `“${en}”` })),
    )
  const more = consent.uses.release_outcomes.scopes.filter((scope) => !consent.uses.release.scopes.includes(scope))
  return element('dataAccs', {}, [
    element('useStmt', {}, [
      ...both('restrctn', and(WORDS.consent, asked(consent.uses.release.scopes))),
      ...(more.length > 0 ? both('restrctn', and(WORDS.linkage, asked(more))) : []),
      ...both('conditions', WORDS.conditions),
    ]),
  ])
}
