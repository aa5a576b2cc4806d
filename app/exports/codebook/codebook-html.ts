import type { Words } from '../../protocol/words'
import { html } from './html'
import { LOOK } from './look'
import { leftOut, missingGlossary, opening, outcomes } from './parts'
import { scaleKeys } from './scales'
import type { Told } from './told'
import { tableHeading, variableHtml } from './variables'
import { CODEBOOK_WORDS as WORDS } from './words'

/**
 * The codebook of a release as people read it: one page of HTML in the language of the release, with no script and nothing to
 * fetch, to be read and printed anywhere. Nothing in it depends on when it was written.
 */
export async function* codebookHtml(told: Told): AsyncGenerator<string> {
  const { imprint, study, tables } = told
  const say = (words: Words): string => words[imprint.language]
  const title = `${say(WORDS.title)}: ${say(study.title)}`
  yield `<!doctype html>\n<html lang="${imprint.language}">\n`
  yield html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${{ html: LOOK }}</style></head>
<body><main>
`.html
  for (const part of [opening, leftOut, missingGlossary, scaleKeys, outcomes]) yield part(told, say).html
  for (const one of tables) {
    yield tableHeading(one, say).html
    for (const [at, variable] of one.table.variables.entries()) {
      const found = one.distributions[at]
      if (!found) throw new RangeError(`nothing was counted of ${variable.name}`)
      yield variableHtml(one, variable, found, say).html
    }
  }
  yield '\n</main></body>\n</html>\n'
}
