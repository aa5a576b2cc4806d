import type { Filled, Imprint, Variable } from './table'

type Language = Imprint['language']

const WORDS = {
  nl: {
    grain: 'Eén rij is',
    rows: 'Rijen',
    cutOff: 'Peildatum',
    purpose: 'Doel',
    version: 'Versie',
    missing: 'Ontbrekend',
    empty: 'leeg = geen waarde, zonder reden',
    note: 'Let op',
  },
  en: {
    grain: 'One row is',
    rows: 'Rows',
    cutOff: 'Cut-off date',
    purpose: 'Purpose',
    version: 'Version',
    missing: 'Missing',
    empty: 'empty = no value, without a reason',
    note: 'Note',
  },
}

/**
 * What whoever opens a table reads first, as paragraphs: study, table, what a row is, cut-off, purpose, what the codes
 * for missing mean, and the cautions of the variables, each once with the names it is about.
 */
export function preface({ table, count }: Filled, imprint: Imprint): string[] {
  const { study, title, language, purpose, cutOff, version } = imprint
  const words = WORDS[language]
  return [
    `${title[language]} (${study})`,
    `${table.label[language]} (${table.name})`,
    `${words.grain}: ${table.grain[language]}`,
    `${words.rows}: ${count}`,
    `${words.cutOff}: ${cutOff}`,
    `${words.purpose}: ${purpose}`,
    `${words.version}: ${version}`,
    `${words.missing}: ${[...glossary(table.variables, language), words.empty].join('; ')}`,
    ...cautions(table.variables, language).map((caution) => `${words.note}: ${caution}`),
  ]
}

const glossary = (variables: readonly Variable[], language: Language): Set<string> =>
  new Set(variables.flatMap(({ missing = [] }) => missing.map(({ code, label }) => `${code} = ${label[language]}`)))

function cautions(variables: readonly Variable[], language: Language): string[] {
  const names = new Map<string, string[]>()
  for (const { name, note } of variables)
    if (note) names.set(note[language], [...(names.get(note[language]) ?? []), name])
  return [...names].map(([note, about]) => `${note} [${about.join(', ')}]`)
}
