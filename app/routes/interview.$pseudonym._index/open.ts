import { readLanguage } from '../../i18n/language'
import { randomSeed } from '../../platform/random'
import { waveNamed } from '../../protocol/waves'
import type { Opening } from '../../records/fieldwork/open-interview'
import { numberOf, textOf } from '../gate/form'
import type { InterviewPage } from '../gate/interview'

const VERDICTS = { yes: 'met', no: 'not_met' } as const

/** The field of a criterion in the form of the gate. */
export const fieldOf = (criterion: string): string => `is_${criterion}`

/** What the form of the gate says, for an interviewer with a code. */
export function openingIn(form: FormData, page: InterviewPage & { readonly code: string }, wave: string): Opening {
  const { study, found, code } = page
  const { criteria } = waveNamed(study.protocol, wave)
  const findings = criteria.flatMap((name) => {
    const said = textOf(form, fieldOf(name))
    return said === 'yes' || said === 'no' ? [[name, VERDICTS[said]] as const] : []
  })
  return {
    registrationId: found.registrationId,
    wave,
    contacts: numberOf(form, 'contacts') ?? null,
    interviewer: code,
    supervisedBy: textOf(form, 'supervised_by') || null,
    findings: Object.fromEntries(findings),
    language: readLanguage(textOf(form, 'language')) ?? page.language,
    seed: randomSeed(),
  }
}
