import type { Told } from '../codebook/told'
import { opening, XML_HEAD } from '../xml/write'
import { documentElement, studyElement } from './study'
import { fileElement, variableElement } from './variables'

const NAMESPACE = 'ddi:codebook:2_5'

/**
 * What archives read of a release, as DDI-Codebook 2.5: the study, the CSV file of each table, and every variable with its
 * question, codes, missing values and figures, in Dutch and English. No date in it but the cut-off: the same release gives the same bytes.
 */
export async function* ddiFile(told: Told): AsyncGenerator<string> {
  yield XML_HEAD
  yield `${opening('codeBook', { xmlns: NAMESPACE, version: '2.5', 'xml:lang': told.imprint.language })}\n`
  yield `${documentElement(told)}\n${studyElement(told)}\n`
  for (const one of told.tables) yield `${fileElement(one)}\n`
  yield `${opening('dataDscr')}\n`
  for (const one of told.tables)
    for (const [at, variable] of one.table.variables.entries()) {
      const found = one.distributions[at]
      if (!found) throw new RangeError(`nothing was counted of ${variable.name}`)
      yield `${variableElement(one, variable, found)}\n`
    }
  yield '</dataDscr>\n</codeBook>\n'
}
