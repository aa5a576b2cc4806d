import type { LoaderFunctionArgs } from '@remix-run/node'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { scopeOf } from '../access/table'
import { words } from '../i18n/catalogue'
import { speak } from '../i18n/speak'
import { shownFlow } from '../records/flow/shown'
import { FlowDrawing } from '../ui/flow-drawing'
import { partOfFile } from './flow/asked'
import { boxesOf } from './flow/boxes'
import { flowFile } from './flow/file'
import { enter } from './gate/enter'
import { languageOf } from './gate/visitor'

/** The drawing as a file by itself, without links: it is passed on. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/flow/svg', { request, context })
  const db = context.databases.study
  const part = await partOfFile(request, db, study, occasion.today)
  const language = await languageOf(request, context)
  const say = speak(language)
  const small = scopeOf(visitor.role, 'see_small_counts') !== undefined
  const boxes = boxesOf(await shownFlow(db, study, part, small), { protocol: study.protocol, language, query: null })
  const place = [part.region, part.location].filter(Boolean).join(', ')
  const title = `${say(words.flow.title)}${place && ` (${place})`}`
  const drawing = createElement(FlowDrawing, { boxes, title, about: say(words.flow.about, { on: part.on }) })
  return flowFile(renderToStaticMarkup(drawing), 'svg', part)
}
