import type { StudyProtocol, Words } from '../study'
import { fieldNamed } from './extract'

/** What something is called that the register told besides (protocol §2): its field's label, or the name it was kept under. */
export function covariateLabel({ extracts }: Pick<StudyProtocol, 'extracts'>, name: string): Words {
  const register = extracts.find(({ kind }) => kind === 'register')
  return (register && fieldNamed(register, name)?.label) ?? { nl: name, en: name }
}
