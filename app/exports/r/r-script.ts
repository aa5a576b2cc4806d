import type { Coded, Imprint, Table, Variable } from '../table/table'
import { FUNCTIONS } from './functions'
import { list, text, vector } from './literals'

/**
 * A script for R (4 or later, no packages) that reads the CSV files of a release in its own folder, `wide.csv` for the
 * table `wide`, into data frames of the same names: factors with labels (ordered where the measure is), days, variable
 * labels. Codes of missing become NA, with the reason beside them. Then it prints n, mean, standard deviation (n - 1),
 * median, minimum and maximum of every scale in `wide` as lines of CSV; a field is empty where there is nothing to say.
 * An empty text and no text are both NA, and a line of a text ends in a line feed: `read.csv` knows no difference.
 */
export const rScript = (tables: readonly Table[], imprint: Imprint): string =>
  [
    '# Reads the CSV files beside it. In the folder of the release: Rscript, and the name of this file.',
    `koppel_release <- ${release(imprint)}`,
    FUNCTIONS,
    ...tables.map((table) => reading(table, imprint.language)),
    ...tables
      .filter(({ name }) => name === 'wide')
      .map(({ name }) => `koppel_descriptives(${name}, ${name}_variables)`),
    '',
  ].join('\n\n')

const release = ({ study, title, language, purpose, cutOff, version }: Imprint): string =>
  list({
    study: text(study),
    title: text(title[language]),
    purpose: text(purpose),
    cut_off: text(cutOff),
    version: text(version),
  })

/** One statement a variable: R takes seconds over a single one of some thousand lines. */
const reading = ({ name, label, variables }: Table, language: Imprint['language']): string =>
  [
    `${name}_variables <- list()`,
    ...variables.map((variable) => `${name}_variables$${variable.name} <- ${described(variable, language)}`),
    `${name} <- koppel_read("${name}.csv", ${text(label[language])}, ${name}_variables)`,
  ].join('\n')

function described(
  { kind, measure, label, values = [], missing = [] }: Variable,
  language: Imprint['language'],
): string {
  const codes = (coded: readonly Coded[]) => vector(coded.map(({ code }) => (kind === 'text' ? String(code) : code)))
  return list({
    kind: text(kind),
    measure: text(measure),
    label: text(label[language]),
    ...(values.length > 0 && { values: codes(values), labels: vector(distinct(values, language)) }),
    ...(missing.length > 0 && { missing: codes(missing), reasons: vector(distinct(missing, language)) }),
  })
}

/** What codes mean; with the code behind it where two mean the same, for R would make one of them. */
function distinct(coded: readonly Coded[], language: Imprint['language']): string[] {
  const labels = coded.map(({ label }) => label[language])
  return coded.map(({ code, label }) => {
    const own = label[language]
    return labels.indexOf(own) === labels.lastIndexOf(own) ? own : `${own} (${code})`
  })
}
