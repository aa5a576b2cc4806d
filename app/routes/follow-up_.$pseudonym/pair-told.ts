import type { LoaderFunctionArgs } from '@remix-run/node'
import { words } from '../../i18n/catalogue'
import { speak } from '../../i18n/speak'
import { languageOf } from '../gate/visitor'
import { asked } from './asked'
import { choicesTold, eventTold } from './told'

/** All that the register told of a pair, also what counts no more, and by whom; no name. */
export async function pairTold(call: LoaderFunctionArgs) {
  const { study, occasion, pseudonym, found } = await asked(call)
  const { request, context } = call
  const language = await languageOf(request, context)
  const say = speak(language)
  const { followUp: w } = words
  return {
    pseudonym,
    startedOn: found.startedOn,
    today: occasion.today,
    choices: choicesTold(study.protocol, language),
    events: found.events.map(({ id, on, recordedOn, file, note, standing, takenBack, ...fact }) => ({
      id,
      on,
      what: eventTold(study.protocol, { ...fact, on }, language),
      by: file
        ? say(w.byFile, { source: file.source, on: recordedOn })
        : say(note === null ? w.byReplay : w.byHand, { on: recordedOn }),
      file: file?.id ?? null,
      note,
      standing,
      takenBack,
    })),
    done: new URL(request.url).searchParams.get('done') === 'done',
  }
}
export type Loaded = Awaited<ReturnType<typeof pairTold>>
