import { cutToBytes } from '../table/cut'
import type { Coded, Imprint, Table, Variable } from '../table/table'

/** The most bytes that SPSS takes. */
const LONGEST_LABEL = 255
const LONGEST_VALUE_LABEL = 120

type Language = Imprint['language']

/** The label of a variable, cut where SPSS takes no more. */
export const labelOf = ({ label }: Variable, language: Language): string =>
  cutToBytes(oneLine(label[language]), LONGEST_LABEL)

/** What a code means, cut likewise. */
export const valueLabelOf = ({ label }: Coded, language: Language): string =>
  cutToBytes(oneLine(label[language]), LONGEST_VALUE_LABEL)

/** No syntax has a text of two lines. */
const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** The codes of a variable with a meaning, those of missing last. */
export const codesOf = ({ values = [], missing = [] }: Variable): readonly Coded[] => [...values, ...missing]

/** The labels that SPSS does not get whole: of a variable, or of one of its codes. */
export const cutLabels = ({ variables }: Table, language: Language): { name: string; code?: string | number }[] =>
  variables.flatMap((variable) => {
    const { name, label } = variable
    return [
      ...(labelOf(variable, language) === oneLine(label[language]) ? [] : [{ name }]),
      ...codesOf(variable)
        .filter((coded) => valueLabelOf(coded, language) !== oneLine(coded.label[language]))
        .map(({ code }) => ({ name, code })),
    ]
  })

const SHORTENED = {
  nl: 'Ingekort omdat SPSS niet meer toelaat; het hele label staat in het codeboek',
  en: 'Cut because SPSS takes no more; the whole label is in the codebook',
}

/** What a file for SPSS says of its cut labels: a paragraph, or none. */
export function cutNotice(table: Table, language: Language): string[] {
  const cut = cutLabels(table, language).map(({ name, code }) => (code === undefined ? name : `${name} = ${code}`))
  return cut.length ? [`${SHORTENED[language]}: ${cut.join(', ')}`] : []
}
