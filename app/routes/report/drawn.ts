import type { Language } from '../../i18n/language'
import type { StudyRef } from '../../platform/occasion'
import { definitionsOf, measuresOf } from '../../protocol/report/measures'
import type { Perspective } from '../../protocol/study'
import type { ReportShown } from '../../records/report/shown'
import { boxesOf } from '../flow/boxes'
import { namesOf } from '../flow/named'

/** The report as it is drawn, on the screen and in a document: with the names that the study gives to steps and reasons. */
export function drawnReport({ protocol }: StudyRef, { flow, attrition, ...report }: ReportShown, language: Language) {
  const names = namesOf(protocol, language)
  return {
    ...report,
    study: protocol.title,
    waves: protocol.waves.map(({ name }) => name),
    // a report is passed on: nothing in it leads anywhere
    boxes: boxesOf(flow, { protocol, language, query: null }),
    attrition: attrition.map(({ reasons, ...one }) => ({
      ...one,
      reasons: Object.entries(reasons).map(([code, n]) => ({ code, label: names.reason(one.from, code), n })),
    })),
    ranges: rangesOf(protocol),
  }
}
export type DrawnReport = ReturnType<typeof drawnReport>
export type DrawnAnswers = NonNullable<DrawnReport['answers']>

/** Between which values each measure lies. */
function rangesOf(protocol: StudyRef['protocol']): Record<string, { least: number; most: number }> {
  const { points } = definitionsOf(protocol).scores
  const sides: readonly Perspective[] = ['client', 'supervisor']
  const marks = sides.flatMap((side) => measuresOf(protocol, side).marks)
  const items = protocol.instruments.flatMap((instrument) => instrument.items)
  return Object.fromEntries([
    ...sides.flatMap((side) => measuresOf(protocol, side).scales.map((name) => [name, { least: 1, most: points }])),
    ...marks.flatMap((mark) => {
      const item = items.find(({ code }) => code === mark)
      return item ? [[mark, { least: item.min, most: item.max }]] : []
    }),
  ])
}
