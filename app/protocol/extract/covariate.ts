import type { StudyProtocol, Words } from '../study'
import { fieldNamed } from './extract'

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
