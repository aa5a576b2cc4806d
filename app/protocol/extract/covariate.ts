import type { StudyProtocol, Words } from '../study'
import { type Extract, type Field, fieldNamed } from './extract'

/** What the study itself knows of a case. */
const OWN = new Set(
  `supervision_number gender registered_on started_on modality supervision_level risk_category electronic_monitoring
   penitentiary_programme organisation region location status`.split(/\s+/),
)

/** What a register tells besides: every field that names nobody and that the study does not keep as its own. */
export const covariateFields = ({ fields }: Pick<Extract, 'fields'>): Field[] =>
  fields.filter(({ name, named }) => !named && !OWN.has(name))

/** What something is called that the register told besides (protocol §2): its field's label, or the name it was kept under. */
export function covariateLabel({ extracts }: Pick<StudyProtocol, 'extracts'>, name: string): Words {
  const register = extracts.find(({ kind }) => kind === 'register')
  return (register && fieldNamed(register, name)?.label) ?? { nl: name, en: name }
}

/** What was told, in words: the label of what a choice means, else the text as it was kept. */
export function covariateValue({ extracts }: Pick<StudyProtocol, 'extracts'>, name: string, value: string): Words {
  const register = extracts.find(({ kind }) => kind === 'register')
  const reads = register && fieldNamed(register, name)?.reads
  const meaning = reads?.as === 'choice' && Object.hasOwn(reads.meanings, value) ? reads.meanings[value] : undefined
  return meaning?.label ?? { nl: value, en: value }
}
