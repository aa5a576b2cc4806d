import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import type { SignedIn } from '../../identity/sessions'
import { covariateLabel, covariateValue } from '../../protocol/extract/covariate'
import { reasonCodes } from '../../protocol/reasons'
import { STAGES } from '../../protocol/stages'
import type { StudyProtocol, Verdict } from '../../protocol/study'
import { mayFor } from '../../protocol/transitions'
import type { CaseFile } from '../../records/intake/case-file'
import type { Option } from '../../ui/field'
import { DEEDS, type Deed } from './deeds'
import { tellHistory } from './told'

/** A case as its page shows it: everything in the reader's words, and which forms there are with why not. */
export function shownCase(file: CaseFile, protocol: StudyProtocol, language: Language, visitor: SignedIn) {
  const say = speak(language)
  const { criteria } = protocol
  const known = file.findings.filter(({ replacedOn }) => replacedOn === null)
  const current = criteria.flatMap(({ name }) => known.filter(({ criterion }) => criterion === name))
  const label = (name: string) => criteria.find((one) => one.name === name)?.label[language] ?? name
  const runs = scopeOf(visitor.role, 'run_intake') !== undefined
  const why = (deed: Deed) => {
    const may = mayFor(deed, file.place, { withdrawn: file.withdrawal !== null, doNotAsk: file.doNotAsk })
    return may === true ? null : refusalSentence(say, { code: may })
  }
  return {
    id: file.id,
    pseudonym: file.pseudonym,
    supervisor: file.supervisor,
    dyad: file.dyad?.pseudonym ?? null,
    asks: scopeOf(visitor.role, 'run_inquiries') !== undefined,
    place: { region: file.region, location: file.location, organisation: file.organisation },
    registeredOn: file.registeredOn,
    stage: STAGES[file.stage].label[language],
    cite: STAGES[file.stage].cite,
    since: file.stageOn,
    left: file.leftStep && file.leftReason ? reasonAt(protocol, file.leftStep, file.leftReason, language) : null,
    stoppedOn: file.withdrawal?.withdrawnOn ?? null,
    erased: file.register === null,
    register: file.register && {
      ...file.register,
      covariates: file.register.covariates.map(({ name, value, ...told }) => ({
        ...told,
        label: covariateLabel(protocol, name)[language],
        value: covariateValue(protocol, name, value)[language],
      })),
    },
    contacts: file.contacts,
    nextContactOn: file.nextContactOn,
    plannedOn: file.dyad?.unboundOn ? null : (file.dyad?.plannedOn ?? null),
    most: protocol.contacts.max,
    free: file.free,
    criteria: current.map(({ criterion, verdict, source, foundOn }) => ({
      criterion,
      label: label(criterion),
      verdict: verdict as Verdict,
      source,
      foundOn,
    })),
    verdict: verdictOf(current, label),
    answer: file.inquiry,
    history: tellHistory(file, protocol, language),
    deeds: DEEDS.map((deed) => ({ deed, runs, why: why(deed) })),
    choices: {
      criteria: criteria.flatMap(({ name, asked }) =>
        asked === 'inquiry' ? [{ value: name, label: label(name) }] : [],
      ),
      against: grouped(protocol, ['criteria', 'judgement'], language),
      judgement: optionsOf(protocol, 'judgement', language),
      approach: optionsOf(protocol, 'approach', language),
    },
  }
}
export type ShownCase = ReturnType<typeof shownCase>

/** First and all that fail, else all that nobody knows; from what is known now. */
function verdictOf(findings: readonly { criterion: string; verdict: string }[], label: (name: string) => string) {
  const failed = findings.filter(({ verdict }) => verdict === 'not_met').map(({ criterion }) => label(criterion))
  const unknown = findings.filter(({ verdict }) => verdict === 'unknown').map(({ criterion }) => label(criterion))
  return { known: findings.length > 0, failed, unknown }
}

function reasonAt({ reasons }: StudyProtocol, step: string, code: string, language: Language): string {
  return reasons[step]?.[code]?.[language] ?? code
}

const optionsOf = (protocol: StudyProtocol, step: string, language: Language): Option[] =>
  reasonCodes(protocol, step).map((code) => ({ value: code, label: reasonAt(protocol, step, code, language) }))

const grouped = (protocol: StudyProtocol, steps: readonly ('criteria' | 'judgement')[], language: Language) =>
  steps.map((step) => ({
    label: speak(language)(words.intakeSteps[step]),
    options: optionsOf(protocol, step, language),
  }))
