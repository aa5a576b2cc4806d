import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { endUpload } from '../../identity/uploads'
import type { Guess } from '../../platform/sheets/table'
import { checkMapping } from '../../protocol/extract/check'
import type { Mapping } from '../../protocol/extract/extract'
import { againstOrigin, isOrigin, type Origin } from '../../protocol/extract/origin'
import type { Result } from '../../protocol/refusal'
import { chooseKind } from '../../records/import-kind'
import { saveMapping } from '../../records/import-mappings'
import { askApply, chooseMapping, dropImport } from '../../records/imports'
import { formOf, textOf } from '../gate/form'
import { fileSentence } from '../imports._index/refused'
import { askedFor } from './chosen'
import { UNKNOWN } from './explained'
import { tableOf } from './file'
import { columnsAnew, mappingSent } from './mapping-sent'
import { type MappingTold, mappingTold } from './mapping-told'
import { type Opened, opened } from './opened'
import { originSent } from './origin-sent'

/** What a form comes to when it goes no further: a sentence for the page, or for fields of it, and what was said. */
type Stayed = {
  readonly sentence: string | null
  readonly mistakes: Readonly<Record<string, string>>
  readonly explain: MappingTold | null
}

/** Carries out one step of an import, by the button that was pressed. The state decides; a form that comes too late says so. */
export async function act(call: ActionFunctionArgs) {
  const entrance = await opened('/imports/:id', call)
  const { context, occasion, found, extract } = entrance
  const { study: db } = context.databases
  const importId = found.id
  const sent = await formOf(call.request)
  switch (textOf(sent, 'step')) {
    case 'kind': {
      const asked = textOf(sent, 'kind')
      const kind = occasion.study.protocol.extracts.find((one) => one.kind === asked)?.kind ?? extract.kind
      return after(entrance, await chooseKind(db, occasion, { importId, kind }))
    }
    case 'check':
      return check(entrance, sent)
    case 'apply': {
      const applied = await askApply(db, occasion, importId)
      if (applied.ok) await context.wakeImport(importId)
      return after(entrance, applied)
    }
    case 'drop': {
      const dropped = await dropImport(db, occasion, importId)
      if (dropped.ok) await endUpload(context.vault, importId)
      return after(entrance, dropped)
    }
    default:
      throw new Response(null, { status: 400, statusText: 'Bad Request' })
  }
}

function after({ found, language }: Opened, outcome: Result<unknown>) {
  if (outcome.ok) return redirect(link.import(found.id), 303)
  return stay({ sentence: fileSentence(language, outcome.refusal) })
}

const stay = ({ sentence = null, mistakes = {}, explain = null }: Partial<Stayed>) =>
  data({ sentence, mistakes, explain }, { status: 400 })

/** Has the file looked through as the form says; comes back with the form when something is still to be chosen. */
async function check(entrance: Opened, sent: FormData) {
  const { context, occasion, found, extract, language } = entrance
  const asked = askedFor(sent)
  const table = await tableOf(context, found.id, asked)
  if (!table.ok) return stay({ sentence: fileSentence(language, table.refusal) })
  const mapping = mappingSent(sent, extract, 'either')
  const origin = originSent(sent, extract)
  const when = textOf(sent, 'past')
  // nobody is mailed about what the register tells afterwards
  const past = when === 'yes' ? true : when === 'no' || origin ? false : null
  const mistakes: Record<string, string> = {}
  for (const refusal of checkMapping(extract, table.value.header, mapping))
    mistakes[`column_${refusal.field}`] ??= fileSentence(language, refusal)
  for (const refusal of origin ? againstOrigin(origin, occasion.today) : [])
    mistakes[refusal.field ?? ''] ??= fileSentence(language, refusal)
  if (past === null) mistakes.past = fileSentence(language, { code: 'required' })
  const name = textOf(sent, 'keep_as')
  const anew = columnsAnew(sent, extract)
  if (Object.keys(mistakes).length > 0 || anew.length > 0) {
    const explain = await mappingTold(entrance, asked, { mapping, past, origin })
    const open = explain.file?.fields.some(
      (field) => anew.includes(field.name) && field.words.some(({ meaning }) => meaning === UNKNOWN),
    )
    if (Object.keys(mistakes).length > 0 || open) return stay({ mistakes, explain })
  }
  if (name !== '') {
    const kept = await saveMapping(context.databases.study, occasion, { kind: found.kind, name, mapping })
    if (!kept.ok)
      return stay({
        mistakes: { keep_as: fileSentence(language, kept.refusal) },
        explain: await mappingTold(entrance, asked, { mapping, past, origin }),
      })
  }
  const whence = origin && isOrigin(origin, occasion.today) ? origin : null
  return begun(entrance, { mapping, past: past === true, origin: whence, guess: table.value.guess })
}

async function begun(
  entrance: Opened,
  {
    mapping,
    past,
    origin,
    guess,
  }: { readonly mapping: Mapping; readonly past: boolean; readonly origin: Origin | null; readonly guess: Guess },
) {
  const { context, occasion, found } = entrance
  const { encoding, delimiter, sheet } = guess
  const reading = { mapping, chosen: { encoding, delimiter, sheet } }
  const chosen = await chooseMapping(context.databases.study, occasion, found.id, { reading, past, origin })
  if (chosen.ok) await context.wakeImport(found.id)
  return after(entrance, chosen)
}
