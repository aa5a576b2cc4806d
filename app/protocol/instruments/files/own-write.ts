import type { Instrument, Item } from '../../study'
import { askedWhenText, OWN, type OwnColumn, optionsText } from './own-cells'

/** An instrument as rows of our own file: what is read from them is the same instrument. */
export function ownRows(instrument: Instrument): string[][] {
  const rows = instrument.items.map((item) => cellsOf(instrument, item))
  return rows.map((cells) => OWN.map((column) => cells[column] ?? ''))
}

function cellsOf(instrument: Instrument, item: Item): Partial<Record<OwnColumn, string | undefined>> {
  const { name, version, perspective, title, agreement, blocks } = instrument
  const block = blocks?.find((one) => one.name === item.block) ?? blocks?.[0]
  const words = agreement.map((label, at) => ({ code: at + 1, name: String(at + 1), label }))
  const { code, kind, text, min, max, options = [], missing = [], required, askedWhen = [] } = item
  return {
    instrument: name,
    version: String(version),
    perspective,
    title_nl: title.nl,
    title_en: title.en,
    block: block?.name,
    block_title_nl: block?.title.nl,
    block_title_en: block?.title.en,
    block_order: block?.order,
    intro_nl: block?.intro?.nl,
    intro_en: block?.intro?.en,
    code,
    kind,
    text_nl: text.nl,
    text_en: text.en,
    min: String(min),
    max: String(max),
    options: optionsText(kind === 'agreement' ? words : options),
    missing: missing.join(','),
    required: required ? 'yes' : '',
    asked_when: askedWhenText(askedWhen),
  }
}
