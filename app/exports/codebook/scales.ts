import { PERSPECTIVES, type Scale, type ScaleDefinition, type Words } from '../../protocol/study'
import { type Html, html, nothing, table } from './html'
import type { Say } from './parts'
import type { Told, ToldScales } from './told'
import { CODEBOOK_WORDS as WORDS } from './words'

/** Which items make a scale, which of them reversed, and what must be said of it (protocol §7.1). */
export function scaleKeys({ study, scales }: Told, say: Say): Html {
  if (study.scaleDefinitions.length === 0) return nothing
  return html`
<h2>${say(WORDS.scales)}</h2><p class="caution">${say(WORDS.scalesAbout)}</p>${study.scaleDefinitions.map((one) =>
    definitionHtml(one, say),
  )}${scales.length > 0 ? reliability(scales, say) : nothing}`
}

const definitionHtml = (definition: ScaleDefinition, say: Say): Html => html`
<h3 id="${definition.name}">${definition.name} v${definition.version} (${definition.cite})</h3>${table(
  [WORDS.scale, WORDS.items, WORDS.caution].map(say),
  PERSPECTIVES.flatMap((side) =>
    [...definition.scales[side], definition.total[side]].map((scale) => [
      `${scale.name} (${say(WORDS[side]).toLowerCase()})`,
      keyOf(scale),
      scale.caution ? say(scale.caution) : '',
    ]),
  ),
)}`

const keyOf = ({ items }: Scale): string => items.map(({ item, reversed }) => `${item}${reversed ? 'r' : ''}`).join(' ')

const reliability = (scales: readonly ToldScales[], say: Say): Html => html`
<h3>${say(WORDS.reliability)}</h3><p>${say(WORDS.reliabilityAbout)}</p>${table(
  [WORDS.scale, WORDS.wave, { nl: 'n', en: 'n' }, WORDS.alpha, WORDS.interval, WORDS.caution].map(say),
  scales.flatMap((one) => rowsOf(one, say)),
)}`

function rowsOf({ wave, perspective, definition, consistency }: ToldScales, say: Say): (string | number)[][] {
  return definition.scales[perspective].map(({ name, caution }) => {
    const { n = 0, alpha = null, interval = null } = consistency[name] ?? {}
    return [
      `${name} (${say(WORDS[perspective]).toLowerCase()}, ${definition.name} v${definition.version})`,
      wave,
      n,
      alpha === null ? say(WORDS.none) : figure(alpha),
      interval === null ? '' : `${figure(interval.lower)} – ${figure(interval.upper)}`,
      caution ? say(caution as Words) : '',
    ]
  })
}

/** Two decimals and a point, as figures are published; a minus that can be read. */
const figure = (value: number): string => value.toFixed(2).replace('-', '−')
